import type { Member } from "../actor.ts";
import type { Db } from "../operation.ts";
import { type Notice, notify } from "./notify.ts";

/** One thing to tell of a subject, and whom. */
export interface Told {
  recipientIds: string[];
  kind: Notice["kind"];
  data?: Notice["data"];
  commentId?: string;
}

/**
 * Puts what somebody did to a record into inboxes. One act tells each person one thing: the first that concerns them.
 * @param news the most important first; its recipients are known to be allowed to see the subject
 */
export async function tell(
  tx: Db,
  actor: Member,
  now: Date,
  subject: Notice["subject"],
  news: Told[],
): Promise<void> {
  const told = new Set([actor.profile.id]);
  for (const { recipientIds, ...what } of news) {
    const left = recipientIds.filter((id) => !told.has(id));
    for (const id of left) told.add(id);
    await notify(tx, now, {
      ...what,
      recipientIds: left,
      workspaceId: actor.workspace.id,
      subject,
      actorId: actor.profile.id,
    });
  }
}
