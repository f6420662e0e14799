import { type Kysely, sql } from "kysely";

/**
 * Control characters leave the texts that were stored before they were refused. Each becomes a space, as white space
 * does in a line, so that search finds the same words; of a text that was nothing else a question mark stays. A name
 * that becomes that of another record gets a number behind it.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  let found = 0;
  for (const [table, columns] of Object.entries(texts)) {
    const { rows } = await sql<{ name: string }>`
      select name from pragma_table_info(${table})`.execute(db);
    const own = new Set(rows.map(({ name }) => name));
    for (const column of columns) found += await clean(db, table, column, own);
  }
  if (found > 0) await sql`update workspaces set revision = revision + 1`.execute(db);
}

const texts: Record<string, string[]> = {
  users: ["name"],
  workspaces: ["name"],
  profiles: ["name", "title", "bio"],
  workflows: ["name"],
  workflow_states: ["name"],
  teams: ["name", "description", "expertise_area"],
  task_labels: ["name", "description"],
  project_labels: ["name", "description"],
  projects: ["name", "summary", "description"],
  milestones: ["name", "description"],
  project_updates: ["body"],
  project_templates: ["name", "description"],
  tasks: ["title", "description"],
  comments: ["body"],
  approvals: ["body", "comment"],
  task_resources: ["title"],
  task_templates: ["name", "title", "description"],
  views: ["name", "description", "filters"],
  automations: ["name", "description", "provider_type"],
  credentials: ["label"],
  sessions: ["label"],
  audit: ["subject_name"],
};

/** Texts that keep their line ends, and their spaces. */
const prose = new Set(["bio", "description", "body", "comment"]);

const signs = [[0x1, 0x8], [0xb, 0xc], [0xe, 0x1f], [0x7f, 0x9f]]
  .map((range) => range.map((sign) => String.fromCodePoint(sign)).join("-")).join("");
const ESCAPED = /\\u00(?:0[0-8bcef]|1[\da-f]|7f|[89][\da-f])|\\[bf]/gi;

async function clean(
  // deno-lint-ignore no-explicit-any -- see migrations/index.ts
  db: Kysely<any>,
  table: string,
  column: string,
  own: ReadonlySet<string>,
): Promise<number> {
  const field = sql.ref(column);
  const escaped = column === "filters" ? sql`or ${field} like '%\\%'` : sql``;
  // What stands behind a NUL can only be read as bytes.
  const { rows } = await sql<{ rowid: number; hex: string }>`
    select rowid as rowid, hex(cast(${field} as blob)) as hex from ${sql.table(table)}
    where ${field} glob ${`*[${signs}]*`} or instr(cast(${field} as blob), x'00') > 0 ${escaped}
    order by rowid`.execute(db);
  for (const { rowid, hex } of rows) {
    const value = new TextDecoder().decode(Uint8Array.fromHex(hex));
    const text = column === "filters" ? value.replace(ESCAPED, " ") : without(value, column);
    const free = own.has("name_key") && column === "name"
      ? await freeName(db, table, rowid, text)
      : text;
    const set = [
      sql`${field} = ${free}`,
      ...(own.has("name_key") && column === "name" ? [sql`name_key = ${nameKey(free)}`] : []),
      ...(own.has("version") ? [sql`version = version + 1`] : []),
    ];
    await sql`update ${sql.table(table)} set ${sql.join(set)} where rowid = ${rowid}`.execute(db);
  }
  return rows.length;
}

function without(text: string, column: string): string {
  const spaced = text.replace(/(?![\t\n\r])\p{Cc}/gu, " ");
  const kept = prose.has(column) ? spaced : spaced.replace(/\s+/gu, " ").trim();
  return kept.trim() === "" ? "?" : kept;
}

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function freeName(db: Kysely<any>, table: string, rowid: number, name: string) {
  const owner = sql.ref(table === "milestones" ? "project_id" : "workspace_id");
  for (let n = 1;; n++) {
    const free = n === 1 ? name : `${Array.from(name).slice(0, 72).join("").trim()} ${n}`;
    const { rows } = await sql`
      select 1 from ${sql.table(table)} other
      join ${sql.table(table)} mine on mine.rowid = ${rowid}
      where other.${owner} = mine.${owner} and other.name_key = ${nameKey(free)}
        and other.rowid <> mine.rowid`.execute(db);
    if (rows.length === 0) return free;
  }
}

/** The key of a name as `server/domain/core/name_key.ts` had it on this day. */
function nameKey(name: string): string {
  const folded = Array.from(
    name.normalize("NFKC").toLowerCase(),
    (letter) => letter === "ı" ? letter : letter.toUpperCase().toLowerCase(),
  );
  return folded.join("").normalize("NFKC");
}
