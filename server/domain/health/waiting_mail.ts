import type { Services } from "../core/operation.ts";

/** Returns the number of notifications and invitations to email. */
export async function countWaitingMail({ database }: Services): Promise<number> {
  const { n } = await database.read.selectFrom("outbox")
    .select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return n;
}
