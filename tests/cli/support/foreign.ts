import { bringIn } from "../../../cli/operator/foreign/import_foreign.ts";
import { textOf } from "../../../cli/operator/foreign/file_text.ts";
import { foreignOptions, readForeign } from "../../../cli/operator/foreign/read.ts";
import { nothingMade, type Report } from "../../../cli/operator/foreign/report.ts";
import type { Program } from "../../../cli/operator/foreign/task.ts";
import { parseJson } from "../../../server/domain/core/json.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { findTask } from "../../../server/domain/tasks/find.ts";
import type { TaskDetail } from "../../../server/domain/tasks/schema.ts";
import type { Cast } from "../../support/cast.ts";

/** Options of an import in a test, besides its file. */
interface Given {
  from: Program;
  team?: string;
  by?: string;
  dryRun?: boolean;
  map?: string[];
  status?: string[];
  person?: string[];
  source?: string;
  now?: Date;
  taskLimit?: number;
}

/** Imports an export's text or bytes into Acme. */
export async function bring(
  { world, workspaceId }: Pick<Cast, "world" | "workspaceId">,
  file: string | Uint8Array,
  { from, team = "ENG", by, dryRun = false, now, taskLimit, ...words }: Given,
): Promise<Report> {
  const options = foreignOptions(from, words);
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const read = await readForeign(textOf(bytes, "The file"), options);
  const config = { origin: "http://localhost", signup: "open" as const, taskLimit };
  return await bringIn(world.database, config, read, {
    ...options,
    workspace: workspaceId,
    team,
    by,
    dryRun,
    now: now ?? world.clock.now(),
  });
}

/** Returns the imported tasks as whole records, by their names in the other tool. */
export async function broughtBy(
  { world, ada }: Pick<Cast, "world" | "ada">,
): Promise<Map<string, TaskDetail>> {
  const rows = await world.database.read.selectFrom("imported_tasks")
    .select(["foreign_key as key", "task_id as taskId"]).execute();
  const tasks = new Map<string, TaskDetail>();
  for (const { key, taskId } of rows) {
    const { json } = await perform(world.services, ada.member, findTask, { taskId });
    tasks.set(key, parseJson(json));
  }
  return tasks;
}

/** Asserts the number of imported records of each kind. */
export function madeOf(some: Partial<Report["made"]>): Report["made"] {
  return { ...nothingMade, ...some };
}

/** Returns a task's relations, such as `blocks HAR-2`, by names in the other tool. */
export async function relationsOf(
  cast: Pick<Cast, "world" | "ada">,
): Promise<Record<string, string[]>> {
  const tasks = await broughtBy(cast);
  const names = new Map([...tasks].map(([key, { id }]) => [id, key]));
  return Object.fromEntries(
    [...tasks].map(([key, { relations }]) => [
      key,
      relations.map(({ kind, task }) => `${kind} ${names.get(task.id)}`).sort(),
    ]),
  );
}

/** Returns the number of rows in each table. */
export async function counts({ world }: Pick<Cast, "world">): Promise<Record<string, number>> {
  const tables = [
    "activity",
    "comments",
    "imported_comments",
    "imported_tasks",
    "milestones",
    "notifications",
    "outbox",
    "projects",
    "search_documents",
    "task_labels",
    "task_relations",
    "task_resources",
    "tasks",
  ] as const;
  const all: Record<string, number> = {};
  for (const table of tables) {
    const { n } = await world.database.read.selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
    all[table] = n;
  }
  return all;
}
