import { sql } from "kysely";
import type { SendResult } from "../core/mailer.ts";
import type { Services } from "../core/operation.ts";

const MINUTE = 60_000;
/** The pauses before retries, of which the last repeats, and the total time. */
const PAUSES_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);
export const GIVEN_UP_MS = 24 * 60 * MINUTE;
/** The maximum time to send an email. If its process ended meanwhile, the email might have been sent. */
const SENDING_MS = 60 * MINUTE;

/** Records the result of an email: a temporary failure queues it again, and all other results are final. */
export async function settleMail(
  { database, clock }: Services,
  mailId: string,
  outcome: SendResult,
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
 * Drops emails that couldn't be sent for a day, and those that might have been sent when their process ended, which
 * aren't sent again.
 * @returns the number of notifications of each kind
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
