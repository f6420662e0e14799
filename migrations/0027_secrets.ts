import { type Kysely, sql } from "kysely";

/** What the installation alone knows, by what it is for: drawn once, here. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create table secrets (
    name text primary key,
    value text not null
  ) strict`.execute(db);
  await sql`insert into secrets (name, value) values ('points', lower(hex(randomblob(16))))`
    .execute(db);
}
