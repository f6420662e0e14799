import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { profileJson } from "../refs/json.ts";
import { priorityNameOf } from "../vocabulary.ts";
import { progressJson } from "./progress.ts";
import { andUnhidden } from "../visibility/teams.ts";

/** Returns a profile as JSON, from a table alias that is a constant of the calling query. */
export function profile(alias: string): RawBuilder<string> {
  return sql.raw(profileJson(alias));
}

const priorityName = sql.raw(priorityNameOf("p.priority"));

/**
 * Returns the members of a project's JSON object in lists, for a query over `projects as p` with `projectJoins`. Hidden
 * and archived teams are left out.
 */
export function projectFields(actor: Member, origin: string): RawBuilder<string> {
  return sql`
    'id', p.id, 'key', p.key, 'name', p.name, 'summary', p.summary,
    'status', p.status, 'statusSource', p.status_source, 'health', p.health,
    'priority', ${priorityName}, 'leadId', p.lead_id,
    'lead', case when lead.id is null then null else ${profile("lead")} end,
    'teams', (select json_group_array(json_object('id', t.id, 'key', t.key, 'name', t.name)
        order by t.name collate nocase)
      from project_teams k join teams t on t.id = k.team_id and t.archived_at is null
      where k.project_id = p.id ${andUnhidden(actor, "k.team_id")}),
    'labels', (select json_group_array(json_object('id', l.id, 'name', l.name, 'color', l.color)
        order by l.name collate nocase)
      from project_label_links k join project_labels l on l.id = k.label_id
      where k.project_id = p.id),
    'startDate', p.start_date, 'targetDate', p.target_date, 'progress', ${progressJson(actor, "p")},
    'version', p.version, 'createdAt', p.created_at, 'updatedAt', p.updated_at,
    'archivedAt', p.archived_at, 'url', ${sql.lit(`${origin}/workspace/projects/`)} || p.id`;
}

/** The joins for `projectFields`. */
export const projectJoins = sql`left join profiles lead on lead.id = p.lead_id`;
