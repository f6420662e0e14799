import type { Services } from "../core/operation.ts";

/** How much is to be mailed, and isn't yet. */
export async function countWaitingMail({ database }: Services): Promise<number> {
  const { n } = await database.read.selectFrom("outbox")
    .select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return n;
}
