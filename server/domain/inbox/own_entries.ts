import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { refreshInbox } from "../side_effects/refresh_inboxes.ts";
import { recipients, stillSeen } from "./visible_entries.ts";

/**
 * Checks that entries are the actor's own. The cross join keeps SQLite from reading the whole inbox for one entry.
 * @returns each entry once
 * @throws NotFound if one of them isn't
 */
export async function requireOwn(
  { db, actor }: ReadContext<Member>,
  ids: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const { rows } = await sql<{ id: string }>`
    select n.id from json_each(${JSON.stringify(wanted)}) w
    cross join notifications n on n.id = w.value
    where n.recipient_id in (${sql.join(recipients(actor))}) ${stillSeen(actor)}`.execute(db);
  const own = new Set(rows.map((row) => row.id));
  const foreign = wanted.find((id) => !own.has(id));
  if (foreign) throw new NotFound(`Notification ${foreign} not found in your inbox.`);
  return wanted;
}

/** Changes the actor's notifications, and refreshes their open pages after a change. */
export async function changeOwn(
  context: WriteContext<Member>,
  change: RawBuilder<unknown>,
): Promise<void> {
  const { numAffectedRows = 0n } = await change.execute(context.tx);
  if (numAffectedRows === 0n) return;
  for (const recipientId of recipients(context.actor)) refreshInbox(context, recipientId);
}
