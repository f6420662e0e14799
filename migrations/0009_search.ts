import { type Kysely, sql } from "kysely";

/**
 * One search index over tasks, projects, people, teams and views. Its trigrams no longer mind accents, and a second
 * index of whole words answers to one or two characters. Both are made anew from the records.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

interface Noun {
  kind: string;
  table: string;
  /** Expressions over a row `n` of the table. */
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
      keys: "concat_ws(' ', n.username, (select email from users where id = n.user_id))",
      title: "n.name",
      body: said("n.title", "n.bio"),
    },
    team: "null",
    listed: "n.removed_at is null",
    columns: "name, username, title, bio, removed_at",
  },
  {
    kind: "team",
    table: "teams",
    text: { keys: "n.key", title: "n.name", body: said("n.description", "n.expertise_area") },
    team: "n.id",
    listed: "n.archived_at is null",
    columns: "key, name, description, expertise_area, archived_at",
  },
  {
    kind: "project",
    table: "projects",
    text: { keys: "n.key", title: "n.name", body: said("n.summary", "n.description") },
    team: "null",
    listed: "n.archived_at is null",
    columns: "key, name, summary, description, archived_at",
  },
  {
    kind: "view",
    table: "views",
    text: { keys: "n.key", title: "n.name", body: said("n.description") },
    team: "n.team_id",
    listed: "n.archived_at is null",
    columns: "name, description, archived_at",
  },
];

const ofNew = (expression: string) => expression.replaceAll("n.", "new.");

/** Puts one record's text into both indexes, under its document's number. */
function indexing({ text }: Noun): string {
  const number = "(select seq from search_documents where record_id = new.id)";
  return `
    delete from search_index where rowid = ${number};
    delete from search_index_words where rowid = ${number};
    insert into search_index (rowid, keys, title, body)
    values (${number}, ${ofNew(text.keys)}, ${ofNew(text.title)}, ${ofNew(text.body)});
    insert into search_index_words (rowid, keys, title)
    values (${number}, ${ofNew(text.keys)}, ${ofNew(text.title)});`;
}

/** The existing records' documents, and triggers that keep them from now on. */
function documentsOf(noun: Noun): string[] {
  const { kind, table, text, team, listed, columns } = noun;
  const next = "(select min(0, coalesce(min(seq), 0)) from search_documents)";
  return [
    `insert into search_documents (seq, workspace_id, kind, record_id, team_id, listed)
    select ${next} - row_number() over (order by n.id), n.workspace_id, '${kind}', n.id, ${team}, ${listed}
    from ${table} n`,
    `insert into search_index (rowid, keys, title, body)
    select d.seq, ${text.keys}, ${text.title}, ${text.body}
    from ${table} n join search_documents d on d.record_id = n.id`,
    `insert into search_index_words (rowid, keys, title)
    select d.seq, ${text.keys}, ${text.title}
    from ${table} n join search_documents d on d.record_id = n.id`,
    `create trigger ${table}_become_findable after insert on ${table} begin
      insert into search_documents (seq, workspace_id, kind, record_id, team_id, listed)
      values (${next} - 1, new.workspace_id, '${kind}', new.id, ${ofNew(team)}, ${ofNew(listed)});
      ${indexing(noun)}
    end`,
    `create trigger ${table}_stay_findable after update of ${columns} on ${table} begin
      update search_documents set listed = ${ofNew(listed)} where record_id = new.id;
      ${indexing(noun)}
    end`,
  ];
}

const reference = "m.key || '-' || t.number";
const tasks = `tasks t join teams m on m.id = t.team_id
  join search_documents d on d.record_id = t.id`;

const statements = [
  `drop table search_index`,
  `create virtual table search_index using fts5 (keys, title, body,
    tokenize = 'trigram remove_diacritics 1', content = '', contentless_delete = 1)`,
  `create virtual table search_index_words using fts5 (keys, title,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2', content = '', contentless_delete = 1)`,
  `delete from search_documents where kind <> 'task'`,
  // Whose sight a document is in, and whether it is to be found at all
  `alter table search_documents add column team_id text`,
  `alter table search_documents add column listed integer not null default 1`,
  `update search_documents set (team_id, listed) =
    (select t.team_id, t.archived_at is null from tasks t where t.id = record_id)`,
  `create trigger tasks_stay_findable after update of team_id, archived_at on tasks begin
    update search_documents set team_id = new.team_id, listed = new.archived_at is null
    where record_id = new.id;
  end`,
  `insert into search_index (rowid, keys, title, body)
    select d.seq, ${reference}, t.title, substr(concat_ws(char(10, 10), t.description,
      (select group_concat(body, char(10, 10)) from (select c.body from comments c
        where c.task_id = t.id and c.deleted_at is null order by c.id desc limit 500))), 1, 100000)
    from ${tasks} order by d.seq`,
  `insert into search_index_words (rowid, keys, title)
    select d.seq, ${reference}, t.title from ${tasks} order by d.seq`,
  // Tasks are numbered upwards from zero and all else downwards, so that neither is looked for among the other
  ...nouns.flatMap(documentsOf),
];
