import type { ReadContext } from "./operation.ts";

/** What the installation alone knows, by what it is for: the same in all processes on one database. */
export async function readSecret(
  { db }: ReadContext,
  name: "points" | "unsubscribe",
): Promise<string> {
  const { value } = await db.selectFrom("secrets").select("value").where("name", "=", name)
    .executeTakeFirstOrThrow();
  return value;
}
