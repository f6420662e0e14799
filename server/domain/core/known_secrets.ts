import type { ReadContext } from "./operation.ts";

/** Returns an installation's secret for a purpose. All processes on one database share it. */
export async function readSecret(
  { db }: ReadContext,
  name: "points" | "unsubscribe",
): Promise<string> {
  const { value } = await db.selectFrom("secrets").select("value").where("name", "=", name)
    .executeTakeFirstOrThrow();
  return value;
}
