import { sql } from "kysely";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { type NotificationKind, reasonsByWeight } from "../vocabulary.ts";
import type { Member } from "../core/actor.ts";
import { channelFor, type Choices, readChoices } from "./channels.ts";
import { refreshInbox } from "./refresh_inboxes.ts";

/** Something that people hear of in their inbox. */
export interface NewNotification {
  workspaceId: string;
  /** Profiles; for an invitation the user, who has no profile in the workspace yet. */
  recipientIds: readonly string[];
  kind: NotificationKind;
  /** `task` with a task's id, `project`, `approval`, `invitation`, `taskView`, `projectView` with theirs. */
  subject: { kind: string; id: string };
  /** Who caused it; they are not told of it themselves. */
  actorId: string | null;
  commentId?: string;
  /** What became of the view that it is about. */
  update?: ViewUpdate;
  /**
   * What the entry is called where the subject has no name of its own, what was and is, and how many records it tells
   * of, where one act changed more than its subject.
   */
  data?: { title?: string; from?: unknown; to?: unknown; count?: number };
}

/** What one act did to a view. */
export interface ViewUpdate {
  /** The task or project that it did it to last. */
  id: string;
  /** Whether that was completed in the view; otherwise it came into it. */
  completed: boolean;
  /** How many came in. */
  arrivals: number;
  /** How many were completed in it. */
  completions: number;
}

/**
 * Puts a notification into inboxes. Each recipient's newest one about a subject is the entry that they see; it comes
 * back unread, also when the entry had been archived. Who chose not to hear of such a thing doesn't;
 * for whoever wants it by mail it is put into the outbox as well.
 * @param recipientIds those of people who are known to be allowed to see the subject
 * @param known what they chose to hear of, where that has been read
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
  // One by one: for an insert of several rows SQLite first copies every page that it writes to
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
  /** How many arrivals the entry stands for, if it is unread. */
  arrivals: number;
  /** How many completions, likewise. */
  completions: number;
  /** Why it is there, if it is unread. */
  reason: NotificationKind | null;
}

/**
 * Makes room for a newer notification.
 * @returns what their entry stands for, of each recipient who has one already
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

/** How many notifications about one subject a recipient keeps: more than an entry ever shows. */
const MOST_KEPT = 25;

/**
 * Deletes what no entry shows any more. A busy view brings hundreds of notifications, and reading or archiving an entry
 * marks all that it stands for.
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

/** One thing to tell of a subject, and whom. */
export interface Announcement {
  recipientIds: string[];
  kind: NewNotification["kind"];
  data?: NewNotification["data"];
  commentId?: string;
}

/** What is to be told of one record, the most important first. */
export interface RecordAnnouncements {
  subject: NewNotification["subject"];
  /** Their recipients are known to be allowed to see the subject. */
  announcements: Announcement[];
}

/** Puts what somebody did to a record into inboxes. One act tells each person one thing: the first that concerns them. */
export function deliverAnnouncements(
  context: WriteContext<Member>,
  subject: NewNotification["subject"],
  announcements: Announcement[],
): Promise<void> {
  return deliverAll(context, [{ subject, announcements }]);
}

/** What one person hears of an act: its most important announcement, of the first record that it is about. */
interface Heard {
  rank: number;
  record: RecordAnnouncements;
  count: number;
}

/**
 * Puts what one act did to any number of records into inboxes. It tells each person one thing: the first that concerns
 * them and that they want to hear of, on the record that it is about, and of how many records they would have heard.
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
