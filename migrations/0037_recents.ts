import { type Kysely, sql } from "kysely";

/** What somebody opened last. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(`create table recents (
    profile_id text not null references profiles (id),
    kind text not null check (kind in ('task', 'project', 'person', 'team', 'view')),
    subject_id text not null,
    opened_at text not null,
    primary key (profile_id, kind, subject_id)
  ) strict, without rowid`).execute(db);
}
