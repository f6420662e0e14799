import { sql } from "kysely";
import { type Member, timeZoneOf } from "../core/actor.ts";
import { invalidField } from "../core/errors.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { typedMoment } from "../core/typed_moments.ts";
import { changeOwn, requireOwn } from "./own_entries.ts";
import { Entries, snoozedUntil } from "./schema.ts";

/**
 * Snoozes the actor's entries. They return unread at a time, or earlier if something new happens.
 * @returns the end of the snooze
 * @throws NotFound; Invalid unless the time is valid and in the future
 */
export const snoozeEntries = operation({
  name: "inbox.snooze",
  scope: "tasks.write",
  input: Entries.extend({ until: snoozedUntil }),
  async run(context, { notificationIds, until }): Promise<string> {
    return (await snooze(context, notificationIds, until))!;
  },
});

/** Unsnoozes entries. @throws NotFound */
export const unsnoozeEntries = operation({
  name: "inbox.unsnooze",
  scope: "tasks.write",
  input: Entries,
  async run(context, { notificationIds }): Promise<void> {
    await snooze(context, notificationIds, null);
  },
});

/**
 * Snoozes entries until a time, or unsnoozes them for null.
 * @returns the end of the snooze
 * @throws NotFound if one of them isn't the actor's; Invalid unless the time is valid and in the future
 */
export async function snooze(
  context: WriteContext<Member>,
  ids: readonly string[],
  until: string | null,
): Promise<string | null> {
  const { actor, now } = context;
  const { weekStart } = actor.preferences;
  const typed = until === null ? null : typedMoment(until, now, timeZoneOf(actor), weekStart);
  if (typed?.why) {
    throw invalidField(
      "snoozedUntil",
      `${typed.why} Enter a time such as 3h, tomorrow, mon 14:00, or 2026-12-03T09:00:00Z.`,
    );
  }
  const at = typed?.at ?? null;
  const wanted = JSON.stringify(await requireOwn(context, ids));
  const named = sql`id in (select value from json_each(${wanted}))`;
  // Unsnoozed entries keep their state
  const marks = at === null ? sql`` : sql`, read_at = null, archived_at = null`;
  await changeOwn(
    context,
    sql`update notifications set snoozed_until = ${at} ${marks}
    where ${named} and (snoozed_until is not ${at} or archived_at is not null)`,
  );
  return at;
}
