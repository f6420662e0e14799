import { type Kysely, sql } from "kysely";

/** Favorites in an order of their owner's, and how each person has their sidebar. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await sql.raw(inOrderOfPinning).execute(db);
}

/** Brings what one workspace's people pinned in an export that knew no order into that of their pinning. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function upWorkspace(db: Kysely<any>, id: string): Promise<void> {
  await sql`${sql.raw(inOrderOfPinning)}
    where profile_id in (select id from profiles where workspace_id = ${id})`.execute(db);
}

const statements = [
  // The highest is shown first, so that what is pinned goes above all others without moving them
  `alter table favorites add column position integer not null default 0`,
  `alter table users add column sidebar text not null default 'open'
    check (sidebar in ('open', 'closed'))`,
  // JSON: the groups of it that are folded
  `alter table users add column sidebar_folded text not null default '[]'`,
];

const inOrderOfPinning = `update favorites set position = (
  select count(*) from favorites o where o.profile_id = favorites.profile_id
    and (o.created_at, o.subject_id) <= (favorites.created_at, favorites.subject_id)
)`;
