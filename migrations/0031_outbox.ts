import { type Kysely, sql } from "kysely";

/** What is to be mailed, until it is; and the key under which the links are signed by which one stops that. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table outbox (
    id text primary key,
    workspace_id text not null references workspaces (id),
    recipient_id text not null,
    kind text not null,
    queued_at text not null,
    tries integer not null default 0,
    retry_at text,
    mail_id text,
    claimed_at text
  ) strict`,
  `create index outbox_waiting on outbox (recipient_id, queued_at, retry_at)
    where mail_id is null`,
  "create index outbox_claimed on outbox (mail_id) where mail_id is not null",
  "insert into secrets (name, value) values ('unsubscribe', lower(hex(randomblob(32))))",
];
