import { sql } from "kysely";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { type NotificationKind, reasonsByWeight } from "../vocabulary.ts";
import type { Member } from "../core/actor.ts";
import { channelFor, type Choices, readChoices } from "./channels.ts";
import { refreshInbox } from "./refresh_inboxes.ts";

/** A notification for inboxes. */
export interface NewNotification {
  workspaceId: string;
  /** Profiles, or the user of an invitation, who doesn't have a profile in the workspace yet. */
  recipientIds: readonly string[];
  kind: NotificationKind;
  /** The kind of the subject with its ID: `task`, `project`, `approval`, `invitation`, `taskView`, or `projectView`. */
  subject: { kind: string; id: string };
  /** The actor, who isn't notified. */
  actorId: string | null;
  commentId?: string;
  /** The change of the view. */
  update?: ViewUpdate;
  /**
   * The entry's title if the subject has no name, the old and new value, and the number of records if one act changed
   * several.
   */
  data?: { title?: string; from?: unknown; to?: unknown; count?: number };
}

/** The effects of one act on a view. */
export interface ViewUpdate {
  /** The last affected task or project. */
  id: string;
  /** Whether that record was completed in the view; otherwise, it entered the view. */
  completed: boolean;
  /** The number of records that entered it. */
  arrivals: number;
  /** The number of records completed in it. */
  completions: number;
}

/**
 * Adds a notification to inboxes. Each recipient's newest notification about a subject is the visible entry, which
 * returns unread even if it was archived. People who turned off this kind don't get it. For people who want emails, it
 * is also added to the outbox.
 * @param recipientIds recipients who can see the subject
 * @param known their choices, if already read
 */
export async function deliverNotification(
  context: WriteContext,
  { recipientIds, actorId, kind, subject, update, data = {}, ...about }: NewNotification,
  known?: Map<string, Choices>,
): Promise<void> {
  const { tx, now } = context;
  const others = [...new Set(recipientIds)].filter((id) => id !== actorId);
  if (others.length === 0) return;
  const choices = known ?? await readChoices(context, others);
  const recipients = others.filter((id) => channelFor(choices.get(id), kind) !== "off");
  if (recipients.length === 0) return;
  const unread = await supersede(context, recipients, subject.id);
  // One at a time, because SQLite first copies every page that an insert of several rows writes to
  for (const recipientId of recipients) {
    refreshInbox(context, recipientId);
    const before = unread.get(recipientId);
    const arrivals = (before?.arrivals ?? 0) + (update?.arrivals ?? 0);
    const completions = (before?.completions ?? 0) + (update?.completions ?? 0);
    const told = {
      ...data,
      ...(update?.completed ? { to: "completed" } : {}),
      ...(completions > 0 ? { completions } : {}),
    };
    const reason = weightiest(kind, before?.reason);
    const id = newId("note", now);
    await sql`
      insert into notifications (id, workspace_id, recipient_id, kind, reason, subject_kind,
        subject_id, actor_id, comment_id, arrived_id, arrivals, data, created_at)
      values (${id}, ${about.workspaceId}, ${recipientId}, ${kind},
        ${reason}, ${subject.kind}, ${subject.id}, ${actorId}, ${about.commentId},
        ${update?.id}, ${arrivals}, ${JSON.stringify(told)},
        ${now.toISOString()})`.execute(tx);
    const choice = choices.get(recipientId);
    if (!choice?.reached || channelFor(choice, kind) !== "mail") continue;
    await sql`insert into outbox (id, workspace_id, recipient_id, kind, queued_at)
      values (${id}, ${about.workspaceId}, ${recipientId}, ${kind}, ${now.toISOString()})`
      .execute(tx);
  }
  if (unread.size > 0) await forgetOldest(context, [...unread.keys()], subject.id);
}

interface Superseded {
  /** The number of arrivals in the entry, if it is unread. */
  arrivals: number;
  /** The number of completions, likewise. */
  completions: number;
  /** Why the entry is in the inbox, if it is unread. */
  reason: NotificationKind | null;
}

/**
 * Replaces the recipients' current entries.
 * @returns the counts of each recipient's current entry
 */
async function supersede({ tx }: WriteContext, recipients: string[], subjectId: string) {
  const { rows } = await sql<Superseded & { recipient_id: string }>`
    update notifications set latest = 0
    where latest = 1 and subject_id = ${subjectId}
      and recipient_id in (select value from json_each(${JSON.stringify(recipients)}))
    returning recipient_id, iif(read_at is null and archived_at is null, arrivals, 0) as arrivals,
      iif(read_at is null and archived_at is null, coalesce(data ->> '$.completions', 0), 0)
        as completions,
      iif(read_at is null and archived_at is null, reason, null) as reason`.execute(tx);
  return new Map(rows.map(({ recipient_id, ...before }) => [recipient_id, before]));
}

function weightiest(
  kind: NotificationKind,
  before: NotificationKind | null | undefined,
): NotificationKind {
  return reasonsByWeight.find((one) => one === kind || one === before) ?? kind;
}

/** The maximum number of notifications per subject and recipient, which is more than an entry shows. */
const MOST_KEPT = 25;

/**
 * Deletes notifications that no entry shows anymore. A busy view creates hundreds, and reading or archiving an entry
 * marks all of its notifications.
 */
async function forgetOldest(
  { tx }: WriteContext,
  recipients: string[],
  subjectId: string,
): Promise<void> {
  await sql`
    delete from notifications where latest = 0 and id in (
      select o.id from json_each(${JSON.stringify(recipients)}) r
      cross join notifications o on o.recipient_id = r.value and o.subject_id = ${subjectId}
      where o.id < (select x.id from notifications x
        where x.recipient_id = r.value and x.subject_id = ${subjectId}
        order by x.id desc limit 1 offset ${sql.lit(MOST_KEPT - 1)}))`.execute(tx);
}

/** A notification to send, and its recipients. */
export interface Announcement {
  recipientIds: string[];
  kind: NewNotification["kind"];
  data?: NewNotification["data"];
  commentId?: string;
}

/** The notifications about one record, most important first. */
export interface RecordAnnouncements {
  subject: NewNotification["subject"];
  /** Only for recipients who can see the subject. */
  announcements: Announcement[];
}

/** Adds the notifications of a change to inboxes. Each person gets one: the first that concerns them. */
export function deliverAnnouncements(
  context: WriteContext<Member>,
  subject: NewNotification["subject"],
  announcements: Announcement[],
): Promise<void> {
  return deliverAll(context, [{ subject, announcements }]);
}

/** A person's notification for an act: the most important one, for its first record. */
interface Heard {
  rank: number;
  record: RecordAnnouncements;
  count: number;
}

/**
 * Adds the notifications of one act on any number of records to inboxes. Each person gets one, the first that concerns
 * them and isn't turned off, with the number of records that concern them.
 */
export async function deliverAll(
  context: WriteContext<Member>,
  all: RecordAnnouncements[],
): Promise<void> {
  const { actor } = context;
  const concerned = all.flatMap(({ announcements }) =>
    announcements.flatMap(({ recipientIds }) => recipientIds)
  );
  const others = [...new Set(concerned)].filter((id) => id !== actor.profile.id);
  if (others.length === 0) return;
  const choices = await readChoices(context, others);
  const hearing = new Map<string, Heard>();
  for (const { subject, announcements } of all) {
    const wanted = announcements.map((one) => ({
      ...one,
      recipientIds: one.recipientIds.filter((id) =>
        channelFor(choices.get(id), one.kind) !== "off"
      ),
    }));
    hear(hearing, { subject, announcements: wanted }, actor.profile.id);
  }
  const alike = Map.groupBy(
    hearing,
    ([, { rank, record, count }]) => `${rank} ${record.subject.id} ${count}`,
  );
  for (const group of alike.values()) {
    const [, { rank, record, count }] = group[0]!;
    const { data, ...what } = record.announcements[rank]!;
    await deliverNotification(context, {
      ...what,
      recipientIds: group.map(([id]) => id),
      workspaceId: actor.workspace.id,
      subject: record.subject,
      actorId: actor.profile.id,
      ...(data || count > 1 ? { data: { ...data, ...(count > 1 ? { count } : {}) } } : {}),
    }, choices);
  }
}

function hear(hearing: Map<string, Heard>, record: RecordAnnouncements, actorId: string): void {
  const notified = new Set([actorId]);
  for (const [rank, { recipientIds }] of record.announcements.entries()) {
    for (const id of recipientIds) {
      if (notified.has(id)) continue;
      notified.add(id);
      const before = hearing.get(id);
      const count = (before?.count ?? 0) + 1;
      hearing.set(
        id,
        before && before.rank <= rank ? { ...before, count } : { rank, record, count },
      );
    }
  }
}
