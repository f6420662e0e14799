import { sql } from "kysely";
import { newId } from "../ids.ts";
import type { Db } from "../operation.ts";
import type { NotificationKind } from "./schema.ts";

/** Something that people hear of in their inbox. */
export interface Notice {
  workspaceId: string;
  /** Profiles; for an invitation the user, who has no profile in the workspace yet. */
  recipientIds: readonly string[];
  kind: NotificationKind;
  /** `task` with a task's id, `invitation` with an invitation's, `taskView`, `projectView`, … */
  subject: { kind: string; id: string };
  /** Who caused it; they are not told of it themselves. */
  actorId: string | null;
  commentId?: string;
  /** What the entry is called where the subject is no task, and what was and is. */
  data?: { title?: string; from?: unknown; to?: unknown };
}

/**
 * Puts a notice into inboxes. Each recipient's newest notification about a subject is the entry that they see; it
 * comes back unread, also when the entry had been archived.
 * @param notice its recipients are known to be allowed to see the subject
 */
export async function notify(tx: Db, now: Date, notice: Notice): Promise<void> {
  const recipients = [...new Set(notice.recipientIds)].filter((id) => id !== notice.actorId);
  if (recipients.length === 0) return;
  await sql`
    update notifications set latest = 0
    where recipient_id in (select value from json_each(${JSON.stringify(recipients)}))
      and subject_id = ${notice.subject.id} and latest = 1`.execute(tx);
  const shared = {
    workspace_id: notice.workspaceId,
    kind: notice.kind,
    subject_kind: notice.subject.kind,
    subject_id: notice.subject.id,
    actor_id: notice.actorId,
    comment_id: notice.commentId ?? null,
    data: JSON.stringify(notice.data ?? {}),
    created_at: now.toISOString(),
    read_at: null,
    archived_at: null,
  };
  for (const recipient_id of recipients) {
    await tx.insertInto("notifications")
      .values({ id: newId("note", now), recipient_id, ...shared }).execute();
  }
}
