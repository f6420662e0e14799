import type { ReadContext } from "../core/operation.ts";

/** The key under which it is sealed how far somebody has heard: the same in all processes on one database. */
export async function readPointsKey({ db }: ReadContext): Promise<string> {
  const { value } = await db.selectFrom("secrets").select("value").where("name", "=", "points")
    .executeTakeFirstOrThrow();
  return value;
}
