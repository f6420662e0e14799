import { type Kysely, sql } from "kysely";

/** Whom a person has invited of late. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create index invitations_by_sender on invitations (invited_by, sent_at)`.execute(db);
}
