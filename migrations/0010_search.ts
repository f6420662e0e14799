import { type Kysely, sql } from "kysely";

/**
 * One search index over tasks, projects, people, teams and views: trigrams for words of three characters and more, and
 * whole words for one or two. `side_effects/search_index.ts` keeps tasks in it, triggers all else.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [...tables, taskTrigger, ...nouns.flatMap(triggersOf)]) {
    await sql.raw(statement).execute(db);
  }
}

const tables = [
  // One document a record, with whose sight it is in, and whether it is to be found at all. Tasks have their own number,
  // upwards from one, and all else is numbered downwards from zero, so that neither is looked for among the other
  `create table search_documents (
    seq integer primary key,
    workspace_id text not null references workspaces (id),
    kind text not null,
    record_id text not null unique,
    team_id text,
    listed integer not null default 1
  ) strict`,
  // The indexes keep no second copy of the text
  `create virtual table search_index using fts5 (keys, title, body,
    tokenize = 'trigram remove_diacritics 1', content = '', contentless_delete = 1)`,
  `create virtual table search_index_words using fts5 (keys, title,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2', content = '', contentless_delete = 1)`,
];

const taskTrigger = `
  create trigger tasks_stay_findable after update of team_id, archived_at on tasks begin
    update search_documents set team_id = new.team_id, listed = new.archived_at is null
    where record_id = new.id;
  end`;

interface Noun {
  kind: string;
  table: string;
  /** Expressions over a row `new` of the table. */
  text: { keys: string; title: string; body: string };
  team: string;
  listed: string;
  /** The columns whose change changes the document. */
  columns: string;
}

const said = (...columns: string[]) => `concat_ws(char(10), ${columns.join(", ")})`;

const nouns: Noun[] = [
  {
    kind: "person",
    table: "profiles",
    text: {
      keys: "concat_ws(' ', new.username, (select email from users where id = new.user_id))",
      title: "new.name",
      body: said("new.title", "new.bio"),
    },
    team: "null",
    listed: "new.removed_at is null",
    columns: "name, username, title, bio, removed_at",
  },
  {
    kind: "team",
    table: "teams",
    text: {
      keys: "new.key",
      title: "new.name",
      body: said("new.description", "new.expertise_area"),
    },
    team: "new.id",
    listed: "new.archived_at is null",
    columns: "key, name, description, expertise_area, archived_at",
  },
  {
    kind: "project",
    table: "projects",
    text: { keys: "new.key", title: "new.name", body: said("new.summary", "new.description") },
    team: "null",
    listed: "new.archived_at is null",
    columns: "key, name, summary, description, archived_at",
  },
  {
    kind: "view",
    table: "views",
    text: { keys: "new.key", title: "new.name", body: said("new.description") },
    team: "new.team_id",
    listed: "new.archived_at is null",
    columns: "name, description, archived_at",
  },
];

/** Triggers that put a record's document into the index and keep it there as the record stands. */
function triggersOf(noun: Noun): string[] {
  const { kind, table, team, listed, columns } = noun;
  const next = "(select min(0, coalesce(min(seq), 0)) from search_documents)";
  return [
    `create trigger ${table}_become_findable after insert on ${table} begin
      insert into search_documents (seq, workspace_id, kind, record_id, team_id, listed)
      values (${next} - 1, new.workspace_id, '${kind}', new.id, ${team}, ${listed});
      ${indexing(noun)}
    end`,
    `create trigger ${table}_stay_findable after update of ${columns} on ${table} begin
      update search_documents set listed = ${listed} where record_id = new.id;
      ${indexing(noun)}
    end`,
  ];
}

/** Puts one record's text into both indexes, under its document's number. */
function indexing({ text }: Noun): string {
  const number = "(select seq from search_documents where record_id = new.id)";
  return `
    delete from search_index where rowid = ${number};
    delete from search_index_words where rowid = ${number};
    insert into search_index (rowid, keys, title, body)
    values (${number}, ${text.keys}, ${text.title}, ${text.body});
    insert into search_index_words (rowid, keys, title)
    values (${number}, ${text.keys}, ${text.title});`;
}
