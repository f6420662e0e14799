import { type Kysely, sql } from "kysely";

/** What somebody did lately is found among all that happened. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create index activity_by_actor on activity (actor_id, seq) where actor_id is not null`
    .execute(db);
}
