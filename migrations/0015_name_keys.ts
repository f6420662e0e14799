import { type Kysely, sql } from "kysely";

/**
 * Names are told apart by a key that folds case and composition as Unicode has it, where SQLite's own comparison knew
 * ASCII's case alone. Of two records that were two until now and have one key, the older keeps its name and the
 * other gets a number behind it: everything stays, and can be named.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const [table, owner] of Object.entries(tables)) {
    await sql.raw(`alter table ${table} add column name_key text not null default ''`).execute(db);
    await sql.raw(`drop index ${table}_by_name`).execute(db);
    await keyAll(db, table, owner);
    await sql.raw(`create unique index ${table}_by_name on ${table} (${owner}, name_key)
      where archived_at is null`).execute(db);
  }
}

/** What has names of its own, and within what. */
const tables = {
  task_labels: "workspace_id",
  project_labels: "workspace_id",
  workflows: "workspace_id",
  task_templates: "workspace_id",
  project_templates: "workspace_id",
  milestones: "project_id",
};

interface Row {
  id: string;
  owner: string;
  name: string;
  archived_at: string | null;
}

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function keyAll(db: Kysely<any>, table: string, owner: string): Promise<void> {
  const { rows } = await sql<Row>`
    select id, ${sql.ref(owner)} as owner, name, archived_at from ${sql.table(table)}
    order by created_at, id`.execute(db);
  const taken = new Set(rows.map((row) => `${row.owner} ${nameKey(row.name)}`));
  const given = new Set<string>();
  for (const row of rows) {
    let name = row.name;
    if (row.archived_at === null && given.has(`${row.owner} ${nameKey(name)}`)) {
      name = freeName(row.name, (key) => taken.has(`${row.owner} ${key}`));
      taken.add(`${row.owner} ${nameKey(name)}`);
    }
    if (row.archived_at === null) given.add(`${row.owner} ${nameKey(name)}`);
    await sql`update ${sql.table(table)} set name = ${name}, name_key = ${nameKey(name)}
      where id = ${row.id}`.execute(db);
  }
}

function freeName(name: string, isTaken: (key: string) => boolean): string {
  for (let n = 2;; n++) {
    const free = `${Array.from(name).slice(0, 72).join("").trim()} ${n}`;
    if (!isTaken(nameKey(free))) return free;
  }
}

/** The key of a name as `server/domain/name_key.ts` had it on this day. */
function nameKey(name: string): string {
  const folded = Array.from(
    name.normalize("NFKC").toLowerCase(),
    (letter) => letter === "ı" ? letter : letter.toUpperCase().toLowerCase(),
  );
  return folded.join("").normalize("NFKC");
}
