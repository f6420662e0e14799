import { sql } from "kysely";
import { z } from "zod";
import { changeRecord } from "../change/change_record.ts";
import type { Member } from "../core/actor.ts";
import { calendarDay } from "../core/days.ts";
import { day } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { seenVersion } from "../core/versioned.ts";
import { visibleProject } from "../visibility/projects.ts";
import { isNotOver, overStatuses } from "../vocabulary.ts";
import { readListedProjects } from "./list.ts";
import { locateProject, type StoredProject } from "./locate.ts";
import { canWriteProject } from "./permission.ts";
import type { ChangedProjects, LeftProject } from "./schema.ts";
import { projectRules } from "./update.ts";

/** The body of `POST …/projects/{projectId}/reschedule`. */
const Reschedule = z.strictObject({
  projectId: keys.project,
  version: seenVersion,
  sinceVersion: z.int().optional().describe(
    "Version of the project that your change is based on. If someone has since changed the same dates, the response is 412.",
  ),
  startDate: day.nullish(),
  targetDate: day.nullish(),
  carry: z.boolean().default(false).describe(
    "Whether to also move dependent projects that would otherwise start too early.",
  ),
});

/**
 * Changes a project's start and target date. With `carry`, also moves direct and indirect dependents, each by the days
 * it would start too early. Dependents never move to earlier days, and completed ones don't move. Everything is one
 * act.
 * @returns the changed projects, and those that couldn't change, with the reasons
 * @throws NotFound; Forbidden unless a project writer; Conflict if archived; Stale; Invalid for a target before the start
 */
export const rescheduleProject = operation({
  name: "projects.reschedule",
  scope: "projects.write",
  input: Reschedule,
  async run(
    context,
    { projectId, version, sinceVersion, carry, ...patch },
  ): Promise<ChangedProjects> {
    const { id } = await locateProject(context, projectId);
    const project = await changeRecord(context, projectRules, id, { version, sinceVersion, patch });
    const moved = carry ? await successorsToMove(context, project) : { dates: [], left: [] };
    for (const [id, dates] of moved.dates) {
      await changeRecord(context, projectRules, id, { patch: dates });
    }
    const ids = [id, ...moved.dates.map(([id]) => id)];
    const projects = await readListedProjects(context, ids);
    return { projects, left: moved.left, activityId: context.act.id ?? null };
  },
});

interface Dates {
  startDate: string | null;
  targetDate: string | null;
}

interface Move {
  dates: [projectId: string, dates: Dates][];
  left: LeftProject[];
}

/** A project that depends on another one. */
type Successor = Pick<StoredProject, "id" | "key" | "lead_id" | "start_date" | "target_date">;

/** The last day of each project that blocks others, by the ID that dependencies use. */
interface Due {
  key: string;
  end: string;
}

/**
 * Returns the new dates of a project's direct and indirect dependents, each after all of its blockers. A dependent that
 * the actor can't change stays, and so do those that depend only on it.
 */
async function successorsToMove(
  context: WriteContext<Member>,
  first: StoredProject,
): Promise<Move> {
  const dates: Move["dates"] = [];
  const left: LeftProject[] = [];
  const due = new Map<string, Due>();
  const end = isOver(first) ? null : first.target_date;
  if (end === null) return { dates, left };
  due.set(first.id, { key: first.key, end });
  for (const { project, blockerIds } of await successorsOf(context, first.id)) {
    const [last] = blockerIds.flatMap((id) => due.get(id) ?? [])
      .toSorted((a, b) => b.end < a.end ? -1 : 1);
    const begin = project.start_date ?? project.target_date;
    if (!last || begin === null || begin >= last.end) continue;
    if (!canWriteProject(context.actor, project)) {
      left.push(leftBehind(project, last));
      continue;
    }
    const later = laterBy(context, project, begin, last.end);
    dates.push([project.id, later]);
    if (later.targetDate) due.set(project.id, { key: project.key, end: later.targetDate });
  }
  return { dates, left };
}

function isOver({ status }: StoredProject): boolean {
  return overStatuses.includes(status);
}

/** Returns a project's dates, moved later by the number of days between two dates. */
function laterBy(
  { actor }: WriteContext<Member>,
  { start_date, target_date }: Successor,
  from: string,
  to: string,
): Dates {
  const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: "days" });
  const move = (day: string | null, field: string) =>
    day &&
    calendarDay(
      Temporal.PlainDate.from(day).add({ days }).toString(),
      actor.workspace.timeZone,
      field,
    );
  return { startDate: move(start_date, "startDate"), targetDate: move(target_date, "targetDate") };
}

function leftBehind({ id, key }: Successor, blocker: Due): LeftProject {
  return {
    projectId: id,
    key,
    message:
      `The project still starts before the target date of ${blocker.key}. Only the project's lead, owners, ` +
      "and admins can move the project.",
  };
}

/**
 * Returns the open, visible dependents of a project, direct and indirect, each once and after its own blockers.
 * Circular dependencies, which imports can contain, are left out.
 */
async function successorsOf(
  { db, actor }: ReadContext<Member>,
  projectId: string,
): Promise<{ project: Successor; blockerIds: string[] }[]> {
  const { rows } = await sql<Successor & { blocker_id: string }>`
    with recursive waiting (id) as (
      select ${projectId} union
      select d.project_id from waiting join project_dependencies d on d.blocker_id = waiting.id
        join projects p on p.id = d.project_id
      where p.archived_at is null and ${sql.raw(isNotOver("p"))}
        and ${visibleProject(actor, "p")})
    select d.blocker_id, p.id, p.key, p.lead_id, p.start_date, p.target_date
    from waiting join project_dependencies d on d.project_id = waiting.id
      join projects p on p.id = waiting.id
    where d.blocker_id in (select id from waiting)
    order by p.id`.execute(db);
  const blockersOf = Map.groupBy(rows, ({ id }) => id);
  const waitFor = Map.groupBy(rows, ({ blocker_id }) => blocker_id);
  const open = new Map([...blockersOf].map(([id, of]) => [id, of.length]));
  const sorted: { project: Successor; blockerIds: string[] }[] = [];
  const settled = open.has(projectId) ? [] : [projectId];
  for (const id of settled) {
    for (const next of waitFor.get(id) ?? []) {
      open.set(next.id, open.get(next.id)! - 1);
      if (open.get(next.id)! > 0) continue;
      settled.push(next.id);
      const blockerIds = blockersOf.get(next.id)!.map(({ blocker_id }) => blocker_id);
      sorted.push({ project: next, blockerIds });
    }
  }
  return sorted;
}
