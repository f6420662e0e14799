import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { taskRefJson } from "../refs/json.ts";
import { visibleProject } from "../visibility/projects.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { activityJson, shownHistory } from "./read_history.ts";

/** An entry's JSON object, for a query over `activityAcross`. */
export const recordActivityJson: RawBuilder<string> = sql`json_insert(${activityJson},
  '$.task', case when t.id is null then null else ${sql.raw(taskRefJson("t"))} end,
  '$.project', case when p.id is null then null
    else json_object('id', p.id, 'key', p.key, 'name', p.name) end)`;

/** Activity of tasks and projects, with the actor. */
export const activityAcross: RawBuilder<unknown> = sql`activity h
  left join profiles by on by.id = h.actor_id
  left join tasks t on h.subject_kind = 'task' and t.id = h.subject_id
  left join projects p on h.subject_kind = 'project' and p.id = h.subject_id`;

/**
 * Returns the condition that an actor can see an entry: it is about a visible published task or project. Tokens need
 * `projects.read` for projects.
 */
export function shownAcross(actor: Member): RawBuilder<unknown> {
  const projects = actor.credential.scopes.has("projects.read")
    ? visibleProject(actor, "p")
    : sql`false`;
  return sql`(t.draft = 0 ${andUnhidden(actor, "t.team_id")} ${shownHistory(actor, "task")}
    or p.id is not null and ${projects} ${shownHistory(actor, "project")})`;
}
