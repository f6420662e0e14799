import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { Json } from "../core/json.ts";
import { profileJson } from "../refs/json.ts";
import type { Invitation } from "./schema.ts";

/** How long an invitation is valid, in milliseconds: 14 days from its latest email. */
export const HOLDS_MS = 14 * 24 * 3_600_000;

/** The teams of an invitation `i` as JSON. */
export const invitationTeams = sql`
  (select json_group_array(json_object('id', t.id, 'key', t.key, 'name', t.name, 'role', g.role)
      order by t.name collate nocase)
    from invitation_teams g join teams t on t.id = g.team_id where g.invitation_id = i.id)`;

/** Returns the status of an invitation `i`. A pending one is expired after its time, without a write. */
export function currentStatus(now: Date) {
  return sql`iif(i.status = 'pending' and i.expires_at <= ${now.toISOString()}, 'expired', i.status)`;
}

/** Returns an invitation's JSON object, for a query over `invitations as i` and `profiles as inviter`. */
export function invitationJson(now: Date) {
  return sql`json_object('id', i.id, 'email', i.email, 'role', i.role, 'teams', ${invitationTeams},
    'status', ${currentStatus(now)}, 'invitedBy', ${sql.raw(profileJson("inviter"))},
    'createdAt', i.created_at, 'sentAt', i.sent_at, 'expiresAt', i.expires_at,
    'answeredAt', i.answered_at)`;
}

/** Reads an invitation's whole record as JSON text. @throws NotFound */
export async function readInvitation(
  { db, actor, now }: ReadContext<Member>,
  id: string,
): Promise<Json<Invitation>> {
  const { rows } = await sql<{ json: string }>`
    select ${invitationJson(now)} as json
    from invitations i join profiles inviter on inviter.id = i.invited_by
    where i.id = ${id} and i.workspace_id = ${actor.workspace.id}`.execute(db);
  if (!rows[0]) throw noSuchInvitation(id);
  return rows[0].json;
}

export function noSuchInvitation(id: string): NotFound {
  return new NotFound(`Invitation ${id} not found.`);
}
