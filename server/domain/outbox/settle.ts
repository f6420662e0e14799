import { sql } from "kysely";
import type { Handed } from "../core/mailer.ts";
import type { Services } from "../core/operation.ts";

const MINUTE = 60_000;
/** How long is waited before a mail that wasn't taken is tried again, the last for each further time; and in all. */
const PAUSES_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);
const GIVEN_UP_MS = 24 * 60 * MINUTE;
/** How long sending a mail takes at most. What was sent by a process that ended meanwhile may have been taken. */
const SENDING_MS = 60 * MINUTE;

/** Notes what became of a mail: what can't be taken for now is queued again, all else is done with. */
export async function settleMail(
  { database, clock }: Services,
  mailId: string,
  outcome: Handed,
): Promise<void> {
  await database.write(async (tx) => {
    if (outcome !== "later") {
      return void await tx.deleteFrom("outbox").where("mail_id", "=", mailId).execute();
    }
    const { rows } = await sql<{ tries: number }>`
      select max(tries) as tries from outbox where mail_id = ${mailId}`.execute(tx);
    const tries = rows[0]?.tries ?? 0;
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]!;
    const at = new Date(clock().getTime() + pause).toISOString();
    await sql`update outbox set mail_id = null, claimed_at = null, tries = ${tries + 1},
      retry_at = ${at} where mail_id = ${mailId}`.execute(tx);
  });
}

/**
 * Gives up what nobody could be mailed for a day, and what may have been taken as its process ended: it isn't sent again.
 * @returns how many notifications each was
 */
export async function giveUpMails(
  { database, clock }: Services,
): Promise<{ late: number; unknown: number }> {
  const before = (ms: number) => new Date(clock().getTime() - ms).toISOString();
  const late = sql`mail_id is null and queued_at <= ${before(GIVEN_UP_MS)}`;
  const unknown = sql`mail_id is not null and claimed_at <= ${before(SENDING_MS)}`;
  const any = await sql`select 1 from outbox where (${late}) or (${unknown}) limit 1`
    .execute(database.read);
  if (any.rows.length === 0) return { late: 0, unknown: 0 };
  return await database.write(async (tx) => {
    const [first, second] = [
      await sql`delete from outbox where ${late}`.execute(tx),
      await sql`delete from outbox where ${unknown}`.execute(tx),
    ];
    return { late: Number(first.numAffectedRows), unknown: Number(second.numAffectedRows) };
  });
}
