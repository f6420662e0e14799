import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import type { MemberRecord } from "./schema.ts";
import { isSuspended } from "../visibility/people.ts";
import { andUnhidden } from "../visibility/teams.ts";

/** Returns a member's JSON object, for a query over `profiles as p` and optionally `users as u`. */
export function memberJson(actor: Member): RawBuilder<string> {
  return sql`json_object('id', p.id, 'kind', p.kind, 'name', p.name, 'username', p.username,
    'email', u.email, 'title', p.title, 'bio', p.bio, 'color', p.color, 'role', p.role,
    'suspended', json(iif(${sql.raw(isSuspended("p"))}, 'true', 'false')),
    'teams', (select json_group_array(json_object(
        'id', t.id, 'key', t.key, 'name', t.name, 'role', m.role) order by t.name collate nocase)
      from team_members m join teams t on t.id = m.team_id and t.archived_at is null
      where m.profile_id = p.id ${andUnhidden(actor, "m.team_id")}),
    'version', p.version, 'createdAt', p.created_at, 'removedAt', p.removed_at)`;
}

/**
 * Reads a member's record, including former members, so that links to them work.
 * @throws NotFound if there is no such profile in the workspace
 */
export async function readMember(
  { db, actor }: ReadContext<Member>,
  id: string,
): Promise<Versioned<MemberRecord>> {
  const { rows } = await sql<Versioned<MemberRecord>>`
    select p.id, p.version, ${memberJson(actor)} as json
    from profiles p left join users u on u.id = p.user_id
    where p.id = ${id} and p.workspace_id = ${actor.workspace.id}`.execute(db);
  if (!rows[0]) throw noSuchMember(id);
  return rows[0];
}

export function noSuchMember(id: string): NotFound {
  return new NotFound(`Member ${id} not found.`);
}
