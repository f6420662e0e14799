import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { yieldToOthers } from "../../database/one_at_a_time.ts";
import type { Member } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import type { Json } from "../core/json.ts";
import { changeOwn, requireOwn } from "./own_entries.ts";
import { isIn, recipients, stillSeen } from "./visible_entries.ts";
import { readEntry } from "./read.ts";
import { Entries, EntryPatch, type Notification, ReadAll, UnreadAll } from "./schema.ts";
import { snooze } from "./snooze.ts";

/** The number of entries per slice. Other requests are answered between slices. */
const SLICE = 200;

interface Marks {
  read?: boolean | undefined;
  archived?: boolean | undefined;
}

/** Marks the actor's entries as read, with their older notifications. @throws NotFound */
export const readEntries = marking("inbox.read", { read: true });
/** Marks the actor's entries as unread. @throws NotFound */
export const unreadEntries = marking("inbox.unread", { read: false });
/** Archives the actor's entries. They return if something new happens. @throws NotFound */
export const archiveEntries = marking("inbox.archive", { archived: true });
/** Restores archived entries. @throws NotFound */
export const restoreEntries = marking("inbox.restore", { archived: false });

/**
 * Marks one of the actor's entries as read, archived, or snoozed, or reverses this, and returns it.
 * @throws NotFound for other people's entries; Invalid for an invalid snooze time
 */
export const updateEntry = operation({
  name: "inbox.update",
  scope: "tasks.write",
  input: z.strictObject({ notificationId: keys.notification, patch: EntryPatch }),
  async run(context, { notificationId, patch }): Promise<Json<Notification>> {
    const { snoozedUntil, ...marks } = patch;
    if (snoozedUntil !== undefined) await snooze(context, [notificationId], snoozedUntil);
    await mark(context, [notificationId], marks);
    return await readEntry(context, notificationId);
  },
});

/**
 * Marks the actor's whole inbox as read, or only entries with some reasons. Returns the number of entries that were
 * unread, and the time that identifies them.
 */
export const readWholeInbox = operation({
  name: "inbox.readAll",
  scope: "tasks.write",
  input: ReadAll,
  async run(context, { reason }): Promise<{ read: number; readAt: string | null }> {
    const { actor, now, tx } = context;
    const of = reason ? sql`and n.reason in (${sql.join(reason)})` : sql``;
    const { rows } = await sql<{ id: string }>`
      select n.id from notifications n
      where n.recipient_id in (${sql.join(recipients(actor))}) ${of}
        and ${isIn("inbox", now, true)} ${stillSeen(actor)}`.execute(tx);
    for (let from = 0; from < rows.length; from += SLICE) {
      const slice = rows.slice(from, from + SLICE);
      await mark(context, slice.map((row) => row.id), { read: true });
      await yieldToOthers();
    }
    return { read: rows.length, readAt: rows.length > 0 ? now.toISOString() : null };
  },
});

/**
 * Marks the entries as unread that one act marked as read at the given time. Entries that were read later stay read.
 */
export const markAllUnread = operation({
  name: "inbox.unreadAll",
  scope: "tasks.write",
  input: UnreadAll,
  async run(context, { readAt }): Promise<void> {
    await changeOwn(
      context,
      sql`update notifications set read_at = null
      where recipient_id in (${sql.join(recipients(context.actor))}) and read_at = ${readAt}`,
    );
  },
});

function marking(name: string, marks: Marks) {
  return operation({
    name,
    scope: "tasks.write",
    input: Entries,
    run: (context, { notificationIds }): Promise<void> => mark(context, notificationIds, marks),
  });
}

/**
 * Sets marks on entries. Reading and archiving include an entry's older notifications, and unread applies only to the
 * newest. Existing marks keep their time.
 * @throws NotFound if an entry isn't the actor's, and then changes none
 */
async function mark(context: WriteContext<Member>, ids: string[], marks: Marks) {
  const wanted = JSON.stringify(await requireOwn(context, ids));
  const named = sql`id in (select value from json_each(${wanted}))`;
  const whole = sql`id in (select o.id from json_each(${wanted}) w
    cross join notifications n on n.id = w.value
    cross join notifications o on o.recipient_id = n.recipient_id and o.subject_id = n.subject_id)`;
  const at = context.now.toISOString();
  if (marks.read !== undefined) {
    await setMark(context, "read_at", marks.read ? at : null, marks.read ? whole : named);
  }
  if (marks.archived !== undefined) {
    await setMark(context, "archived_at", marks.archived ? at : null, whole);
  }
}

async function setMark(
  context: WriteContext<Member>,
  column: "read_at" | "archived_at",
  value: string | null,
  which: RawBuilder<unknown>,
) {
  const name = sql.raw(column);
  const differs = sql.raw(value ? "is null" : "is not null");
  await changeOwn(
    context,
    sql`update notifications set ${name} = ${value} where ${which} and ${name} ${differs}`,
  );
}
