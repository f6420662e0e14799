import { type Kysely, sql } from "kysely";

/** What else of a list's display a saved view keeps. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table views add column subgrouping text not null default 'none'",
  "alter table views add column sub_tasks text not null default 'beside'",
  // JSON: what its rows don't show
  "alter table views add column hidden text not null default '[]'",
  "alter table views add column density text not null default 'comfortable'",
];
