import { z } from "zod";
import type { Config } from "../../../server/config.ts";
import { migrate } from "../../../server/database/migrate.ts";
import type { Database } from "../../../server/database/open.ts";
import type { Member } from "../../../server/domain/core/actor.ts";
import { Caches } from "../../../server/domain/core/caches.ts";
import { DomainError } from "../../../server/domain/core/errors.ts";
import { EvenAnswerTime } from "../../../server/domain/core/even_answer_time.ts";
import { noMailer } from "../../../server/domain/core/mailer.ts";
import {
  operation,
  perform,
  type Services,
  type WriteContext,
} from "../../../server/domain/core/operation.ts";
import { countTasks } from "../../../server/domain/workspaces/usage.ts";
import { badValue, Failure } from "../../failure.ts";
import { openTarget } from "../transfer/import_file.ts";
import { readText } from "./file_text.ts";
import { readHere } from "./here.ts";
import { importerOf } from "./importer.ts";
import { laterComments } from "./later_comments.ts";
import { keysOf, parentsOf, requireOneEach } from "./order.ts";
import { finderOf, UnmatchedPeople } from "./people.ts";
import { milestonesByProject } from "./plan_milestone.ts";
import { requireStatuses } from "./plan_status.ts";
import { planTask } from "./plan_task.ts";
import type { Planning } from "./planning.ts";
import { type ForeignOptions, readForeign } from "./read.ts";
import { planRelations } from "./relations.ts";
import { carriedBy, Notes, type Report } from "./report.ts";
import type { ForeignFile } from "./task.ts";
import { Writer } from "./write.ts";

/** The number of tasks between progress messages. */
const STEP = 5_000;

/** The options of an import. */
export interface ForeignImport extends ForeignOptions {
  workspace: string;
  /** A key or an ID. */
  team: string;
  /** The email of the importing person (default: an owner). */
  by: string | undefined;
  dryRun: boolean;
}

/**
 * Imports the tasks of another tool's export in one transaction, all or nothing.
 * @param source a file, or `-`
 * @param progress called with the number of finished tasks
 * @throws Failure if the file or an option is invalid
 */
export async function importForeign(
  config: Config,
  source: string,
  wanted: ForeignImport,
  { now, progress }: { now: Date; progress(done: number, of: number): void },
): Promise<Report> {
  const file = await readForeign(await readText(source), wanted);
  const database = await openTarget(config, wanted.dryRun);
  try {
    await migrate(database);
    return await bringIn(database, config, file, { ...wanted, now, progress });
  } finally {
    await database.close();
  }
}

/** Rolls back the transaction of a dry run. */
class RolledBack extends Error {
  constructor(readonly report: Report) {
    super();
  }
}

/** Imports tasks from a parsed file into an open database. */
export async function bringIn(
  database: Database,
  { origin, signup, taskLimit }: Pick<Config, "origin" | "signup" | "taskLimit">,
  file: ForeignFile,
  wanted: ForeignImport & { now: Date; progress?(done: number, of: number): void },
): Promise<Report> {
  requireOneEach(file.tasks);
  const services: Services = {
    database,
    mailer: noMailer,
    clock: () => wanted.now,
    evenAnswerTime: new EvenAnswerTime(),
    caches: new Caches(),
    committed() {},
    logError: (error) => {
      throw error;
    },
    settings: { signup, taskLimit, origin },
  };
  const importer = await importerOf(database.read, wanted);
  const all = operation({
    name: "tasks.import",
    scope: "tasks.write",
    input: z.strictObject({}),
    async run(context): Promise<Report> {
      const report = await writeAll(context, file, wanted);
      if (wanted.dryRun) throw new RolledBack(report);
      return report;
    },
  });
  try {
    return await perform(services, importer, all, {});
  } catch (error) {
    if (error instanceof RolledBack) return error.report;
    if (error instanceof DomainError) throw new Failure(`${error.message} Nothing was imported.`);
    throw error;
  }
}

async function writeAll(
  context: WriteContext<Member>,
  { tasks, leftOut }: ForeignFile,
  wanted: ForeignImport & { progress?(done: number, of: number): void },
): Promise<Report> {
  const { tx, actor, now } = context;
  const { workspace } = actor;
  const team = await teamOf(context, wanted.team);
  const here = await readHere(tx, { workspace, team, source: wanted.source });
  const names = keysOf(tasks);
  const { relations, refused } = planRelations(
    tasks,
    here,
    (called) => names.get(called) ?? (here.earlier.has(called) ? called : undefined),
  );
  const notes = new Notes();
  for (const one of leftOut) notes.add(one);
  const planning: Planning = {
    from: wanted.from,
    here,
    find: finderOf(here.people, wanted.people),
    notes,
    unmatched: new UnmatchedPeople(),
    now,
    importerId: actor.profile.id,
    statuses: wanted.statuses,
    milestones: milestonesByProject(here),
    refused,
    became: new Map(),
  };
  requireStatuses(planning);
  const { parents, circular } = parentsOf(tasks, names);
  const fresh = tasks.filter(({ key }) => !here.earlier.has(key));
  await requireRoom(context, fresh.length);
  const planned = fresh.map((task) => {
    const inFile = circular.has(task.key) ? undefined : parents.get(task.key);
    const known = inFile ?? (here.earlier.has(task.parent) ? task.parent : undefined);
    return planTask(planning, task, known);
  });
  const later = laterComments(planning, tasks);
  const writer = new Writer(context, here, wanted);
  await writer.writeAll(planned, (done) => {
    if (done % STEP === 0) wanted.progress?.(done, planned.length);
  });
  await writer.relate(relations);
  for (const { taskId, comments } of later) await writer.addLaterComments(taskId, comments);
  return {
    dryRun: wanted.dryRun,
    from: wanted.from,
    workspace: { id: workspace.id, name: workspace.name },
    team: team.key,
    by: actor.profile.name,
    read: tasks.length,
    made: writer.made,
    carried: carriedBy(planned),
    here: tasks.length - fresh.length,
    commentedOn: later.length,
    statuses: [...planning.became.values()].sort((a, b) => b.tasks - a.tasks),
    unmatched: planning.unmatched.all(),
    leftOut: notes.all(),
  };
}

async function teamOf({ tx, actor }: WriteContext<Member>, named: string) {
  const team = await tx.selectFrom("teams").select([
    "id",
    "key",
    "archived_at",
    "next_number as nextNumber",
  ])
    .where("workspace_id", "=", actor.workspace.id)
    .where((e) => e.or([e("id", "=", named), e("key", "=", named.toUpperCase())]))
    .executeTakeFirst();
  if (!team) {
    throw badValue(`Team ${named} not found in ${actor.workspace.name}. Use a team's key or ID.`);
  }
  if (team.archived_at) throw badValue(`The team ${team.key} is archived. Restore the team first.`);
  return team;
}

async function requireRoom(context: WriteContext<Member>, more: number): Promise<void> {
  const { taskLimit } = context.services.settings;
  if (taskLimit === undefined) return;
  const there = await countTasks(context, context.actor.workspace.id);
  if (there + more <= taskLimit) return;
  throw new Failure(
    `The workspace has ${there} tasks. ${more} more would exceed BACKLOG_TASK_LIMIT ` +
      `(${taskLimit}). Nothing was imported.`,
  );
}
