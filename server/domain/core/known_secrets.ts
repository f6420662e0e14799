import type { ReadContext } from "./operation.ts";

/** The names of the secrets in the database. The signing secret is named after its first use, unsubscribe links. */
const stored = { points: "points", signatures: "unsubscribe" } as const;

/** Returns an installation's secret. All processes on one database share it. */
export async function readSecret(
  { db }: ReadContext,
  use: keyof typeof stored,
): Promise<string> {
  const { value } = await db.selectFrom("secrets").select("value").where("name", "=", stored[use])
    .executeTakeFirstOrThrow();
  return value;
}
