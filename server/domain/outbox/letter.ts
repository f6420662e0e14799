import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { type Json, parseJson } from "../core/json.ts";
import type { ReadContext, Services } from "../core/operation.ts";
import { entryJoinsFor, inboxEntryJson } from "../inbox/record.ts";
import type { Notification } from "../inbox/schema.ts";
import { stillSeen } from "../inbox/visible_entries.ts";
import { unsubscribeToken } from "../core/unsubscribe_token.ts";
import { findAbsentMember } from "../sessions/find_member.ts";
import type { NotificationKind } from "../vocabulary.ts";
import type { ClaimedMail } from "./claim.ts";

/** The data of an email. */
export interface Letter {
  id: string;
  to: string;
  workspace: string;
  /** The workspace, because the recipient might have another one open. */
  workspaceId: string;
  /** The notifications, oldest first. */
  notifications: Notification[];
  /** The token for unsubscribing without signing in. */
  unsubscribeToken: string;
}

/**
 * Returns the current content of an email: the claimed notifications that are still unread, visible, and wanted by
 * email.
 * @returns null if there are none
 */
export async function readLetter(
  services: Services,
  { id, workspaceId, recipientId, notificationIds }: ClaimedMail,
): Promise<Letter | null> {
  const member = await findAbsentMember(services, { workspaceId, profileId: recipientId });
  if (!member) return null;
  const context: ReadContext<Member> = {
    actor: member,
    db: services.database.read,
    now: services.clock(),
    services,
  };
  const notifications = await readUnread(context, notificationIds);
  if (notifications.length === 0) return null;
  return {
    id,
    to: member.email,
    workspace: member.workspace.name,
    workspaceId,
    notifications,
    unsubscribeToken: await unsubscribeToken(context, member.userId),
  };
}

async function readUnread(
  { actor, db, now, services }: ReadContext<Member>,
  ids: string[],
): Promise<Notification[]> {
  const { notifications: channels } = actor.preferences;
  const kinds = (Object.keys(channels) as NotificationKind[])
    .filter((kind) => channels[kind] === "mail");
  // Leaves out snoozed entries, deleted comments, and tasks reassigned since
  const { rows } = await sql<{ json: Json<Notification> }>`
    select ${inboxEntryJson(services.settings.origin)} as json
    from json_each(${JSON.stringify(ids)}) j
    cross join notifications n on n.id = j.value
    ${entryJoinsFor(actor)}
    where n.recipient_id = ${actor.profile.id} and n.read_at is null and n.archived_at is null
      and n.kind in (select value from json_each(${JSON.stringify(kinds)}))
      and not exists (select 1 from notifications shown
        where shown.recipient_id = n.recipient_id and shown.subject_id = n.subject_id
          and shown.latest = 1 and shown.snoozed_until > ${now.toISOString()})
      and (n.comment_id is null or c.id is not null)
      and (n.kind <> 'assignment' or n.subject_kind <> 'task' or t.assignee_id = n.recipient_id)
      ${stillSeen(actor)}
    order by n.created_at, n.rowid`.execute(db);
  return rows.map((row) => parseJson(row.json));
}
