import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import { profileJson } from "../refs/json.ts";
import { noSuchTeam } from "./locate.ts";
import type { TeamDetail } from "./schema.ts";

/** Returns the members of a team's JSON object, for a query over `teams as t`. */
export function teamFields(actor: Member): RawBuilder<string> {
  return sql`'id', t.id, 'key', t.key, 'name', t.name, 'description', t.description,
    'expertiseArea', t.expertise_area, 'private', json(iif(t.private, 'true', 'false')),
    'workflowId', t.workflow_id,
    'role', (select role from team_members where team_id = t.id and profile_id = ${actor.profile.id}),
    'memberCount', (select count(*) from team_members where team_id = t.id),
    'version', t.version, 'createdAt', t.created_at, 'archivedAt', t.archived_at`;
}

/** Reads a team's whole record, archived or not. @throws NotFound if it doesn't exist or the actor can't see it */
export async function readTeam(
  { db, actor }: ReadContext<Member>,
  id: string,
): Promise<Versioned<TeamDetail>> {
  const { rows } = await sql<Versioned<TeamDetail>>`
    select t.id, t.version, json_object(${teamFields(actor)},
      'members', (select json_group_array(json_object(
          'profile', ${sql.raw(profileJson("p"))}, 'role', m.role) order by p.name collate nocase)
        from team_members m join profiles p on p.id = m.profile_id where m.team_id = t.id),
      'formerKeys', (select json_group_array(f.key order by f.key)
        from team_former_keys f
        where f.workspace_id = t.workspace_id and f.team_id = t.id)) as json
    from teams t where t.id = ${id} and t.workspace_id = ${actor.workspace.id}`.execute(db);
  if (!rows[0] || actor.hiddenTeamIds.includes(id)) throw noSuchTeam(id);
  return rows[0];
}
