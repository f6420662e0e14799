import { type Kysely, sql } from "kysely";

/** Lets the index on people's tokens include revoked ones, because people see those in their lists. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "drop index credentials_by_user",
  "create index credentials_by_user on credentials (user_id, id) where user_id is not null",
];
