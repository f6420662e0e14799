import { type Kysely, sql } from "kysely";

/** A person who may do nothing in a workspace for now, and belongs to it still. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table profiles add column suspended_at text",
  // Who may see what has changed with it
  "drop trigger profiles_tell_sight",
  `create trigger profiles_tell_sight after update of role, removed_at, suspended_at on profiles
    when old.role is not new.role or old.removed_at is not new.removed_at
      or old.suspended_at is not new.suspended_at
  begin
    insert into news (seq, topic)
      values ((select ifnull(max(seq), 0) + 1 from news), 'sight:' || new.workspace_id)
      on conflict (topic) do update set seq = excluded.seq;
  end`,
];
