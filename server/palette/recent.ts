import { type RawBuilder, sql } from "kysely";
import { isManager, type Member } from "../domain/core/actor.ts";
import { visibleProject } from "../domain/visibility/projects.ts";
import { visibleViews } from "../domain/visibility/saved_views.ts";
import { andUnhidden } from "../domain/visibility/teams.ts";
import type { FoundCard } from "./record_items.ts";
import type { PaletteScope } from "./schema.ts";
import type { Promoted } from "./surfaces.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** How many records are suggested of a kind. */
const MOST_SUGGESTED = 8;

/** The kinds of records that suggestions are made of; of tasks, those that the viewer has in progress or the newest. */
export type Suggested = Exclude<Promoted, "teamSettings"> | "ownTasks" | "tasks";

/** What a scope suggests while nothing is typed after its prefix. */
export const suggestedIn: Record<Exclude<PaletteScope, "all">, Suggested> = {
  people: "people",
  projects: "projects",
  tasks: "tasks",
};

/** A few records that the actor may see, each kind in the order of an index. */
export async function suggestedRecords(
  { db, actor }: ReadContext<Member>,
  kind: Suggested,
): Promise<FoundCard[]> {
  const { rows } = await sql<FoundCard>`
    ${sources[kind](actor)} limit ${sql.lit(MOST_SUGGESTED)}`.execute(db);
  return rows;
}

/** A team whose settings the viewer may change. */
export interface ManagedTeam {
  id: string;
  name: string;
}

/** The first teams whose settings the actor may change: all for managers, those that they lead for others. */
export async function managedTeams({ db, actor }: ReadContext<Member>): Promise<ManagedTeam[]> {
  const led = [...actor.teams].filter(([, role]) => role === "lead").map(([id]) => id);
  const which = isManager(actor)
    ? sql`teams t where t.workspace_id = ${actor.workspace.id}`
    : sql`json_each(${JSON.stringify(led)}) w join teams t on t.id = w.value where true`;
  const { rows } = await sql<ManagedTeam>`
    select t.id, t.name from ${which} and t.archived_at is null
    order by t.name collate nocase, t.id limit ${sql.lit(MOST_SUGGESTED)}`.execute(db);
  return rows;
}

const task = sql`select 'task' as kind, t.id, m.key || '-' || t.number as key,
  t.title, m.name as subtitle, t.status from tasks t join teams m on m.id = t.team_id`;

const sources: Record<Suggested, (actor: Member) => RawBuilder<unknown>> = {
  ownTasks: (actor) =>
    sql`${task} where t.assignee_id = ${actor.profile.id} and t.status = 'progressed'
      and t.archived_at is null and +t.draft = 0 ${andUnhidden(actor, "t.team_id")}
    order by t.id desc`,
  tasks: (actor) =>
    sql`${task} where t.workspace_id = ${actor.workspace.id} and t.archived_at is null
      and +t.draft = 0 ${andUnhidden(actor, "t.team_id")} order by t.id desc`,
  projects: (actor) =>
    sql`select 'project' as kind, p.id, p.key, p.name as title, p.summary as subtitle, p.status
    from projects p where p.workspace_id = ${actor.workspace.id} and p.archived_at is null
      and ${visibleProject(actor, "p")} order by p.id desc`,
  teams: (actor) =>
    sql`select 'team' as kind, t.id, t.key, t.name as title, t.description as subtitle,
      null as status from teams t
    where t.workspace_id = ${actor.workspace.id} and t.archived_at is null
      ${andUnhidden(actor, "t.id")}
    order by t.name collate nocase, t.id`,
  people: (actor) =>
    sql`select 'person' as kind, p.id, p.username as key, p.name as title, p.title as subtitle,
      null as status from profiles p
    where p.workspace_id = ${actor.workspace.id} and p.removed_at is null and p.kind = 'human'
    order by p.name collate nocase, p.id`,
  taskViews: (actor) => views(actor, "task"),
  projectViews: (actor) => views(actor, "project"),
};

function views(actor: Member, kind: "task" | "project"): RawBuilder<unknown> {
  const seen = visibleViews(actor);
  return sql`select 'view' as kind, v.id, v.key, v.name as title, v.description as subtitle,
      null as status from views v
    where ${seen} and v.kind = ${kind} and v.archived_at is null
    order by v.name collate nocase, v.id`;
}
