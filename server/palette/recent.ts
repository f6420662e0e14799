import { type RawBuilder, sql } from "kysely";
import { isManager, type Member } from "../domain/core/actor.ts";
import { visibleProject } from "../domain/visibility/projects.ts";
import { visibleViews } from "../domain/visibility/saved_views.ts";
import { andUnhidden } from "../domain/visibility/teams.ts";
import { foundColumns } from "../domain/search/found_columns.ts";
import type { DocumentKind } from "../domain/text/documents.ts";
import type { FoundCard } from "./record_items.ts";
import type { PaletteScope } from "./schema.ts";
import type { Promoted } from "./surfaces.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** The number of suggested records per kind. */
const MOST_SUGGESTED = 8;

/** The kinds of suggested records. `tasks` suggests the viewer's tasks in progress, or else the newest tasks. */
export type Suggested = Exclude<Promoted, "teamSettings"> | "tasks";

/** Suggests records of a scope while nothing is typed after its prefix. */
export const suggestedIn: Record<Exclude<PaletteScope, "all" | "commands">, Suggested> = {
  people: "people",
  projects: "projects",
  tasks: "tasks",
};

/** Reads a few visible records, each kind in the order of an index. */
export async function suggestedRecords(
  { db, actor }: ReadContext<Member>,
  kind: Suggested,
): Promise<FoundCard[]> {
  const { rows } = await sql<FoundCard>`
    ${sources[kind](actor)} limit ${sql.lit(MOST_SUGGESTED)}`.execute(db);
  return rows;
}

/** A team whose settings the viewer can change. */
export interface ManagedTeam {
  id: string;
  name: string;
}

/** Reads the first teams whose settings the actor can change: all teams for managers, led teams for others. */
export async function managedTeams({ db, actor }: ReadContext<Member>): Promise<ManagedTeam[]> {
  const led = [...actor.teams].filter(([, role]) => role === "lead").map(([id]) => id);
  const which = isManager(actor)
    ? sql`teams t where t.workspace_id = ${actor.workspace.id}`
    : sql`json_each(${JSON.stringify(led)}) w join teams t on t.id = w.value where true`;
  const { rows } = await sql<ManagedTeam>`
    select t.id, t.name from ${which} and t.archived_at is null
    order by ${byName("t")} limit ${sql.lit(MOST_SUGGESTED)}`.execute(db);
  return rows;
}

const sources: Record<Suggested, (actor: Member) => RawBuilder<unknown>> = {
  ownTasks: (actor) =>
    sql`${allOf("task", "tasks r")} where r.assignee_id = ${actor.profile.id}
      and r.status = 'progressed' and r.archived_at is null and +r.draft = 0
      ${andUnhidden(actor, "r.team_id")} order by r.id desc`,
  tasks: (actor) =>
    sql`${allOf("task", "tasks r")} where r.workspace_id = ${actor.workspace.id}
      and r.archived_at is null and +r.draft = 0 ${andUnhidden(actor, "r.team_id")}
    order by r.id desc`,
  drafts: (actor) =>
    sql`${allOf("task", "tasks r")} where r.workspace_id = ${actor.workspace.id}
      and r.archived_at is null and r.draft = 1 ${andUnhidden(actor, "r.team_id")}
    order by r.id desc`,
  projects: (actor) =>
    sql`${allOf("project", "projects r")} where r.workspace_id = ${actor.workspace.id}
      and r.archived_at is null and ${visibleProject(actor, "r")} order by r.id desc`,
  teams: (actor) =>
    sql`${allOf("team", "teams r")} where r.workspace_id = ${actor.workspace.id}
      and r.archived_at is null ${andUnhidden(actor, "r.id")} order by ${byName("r")}`,
  people: (actor) =>
    sql`${allOf("person", "profiles r")} where r.workspace_id = ${actor.workspace.id}
      and r.removed_at is null and r.kind = 'human' order by ${byName("r")}`,
  taskViews: (actor) => views(actor, "task"),
  projectViews: (actor) => views(actor, "project"),
};

function views(actor: Member, kind: "task" | "project"): RawBuilder<unknown> {
  return sql`${allOf("view", "views v")} where ${visibleViews(actor)} and v.kind = ${kind}
    and v.archived_at is null order by ${byName("v")}`;
}

/** Returns the columns that show all records of a table. */
function allOf(kind: DocumentKind, table: string): RawBuilder<unknown> {
  const { columns, joins } = foundColumns[kind];
  return sql`select ${columns} from ${sql.raw(table)} ${joins}`;
}

function byName(alias: string): RawBuilder<unknown> {
  return sql.raw(`${alias}.name collate nocase, ${alias}.id`);
}
