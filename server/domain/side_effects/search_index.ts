import { type RawBuilder, sql } from "kysely";
import type { Db, ReadContext, WriteContext } from "../core/operation.ts";
import { newestComments } from "../text/newest_comments.ts";

/**
 * Puts a task into the search index, as it stands when the transaction ends. Triggers keep the documents of all other
 * records.
 */
export function indexTask({ beforeCommit }: WriteContext, taskId: string): void {
  beforeCommit(indexTasks, taskId);
}

/**
 * Puts tasks into the index as they now stand, those too that it doesn't know yet. By number, and all with one
 * statement: FTS5 writes out what it has gathered before one with a lower number, and before every savepoint.
 */
export async function indexTasks(tx: Db, taskIds: string[]): Promise<void> {
  const wanted = sql`select value from json_each(${JSON.stringify(taskIds)})`;
  await sql`
    insert or replace into search_documents (seq, workspace_id, kind, record_id, team_id, listed)
    select seq, workspace_id, 'task', id, team_id, archived_at is null from tasks
    where id in (${wanted}) order by seq`.execute(tx);
  const numbered = sql`
    (select seq from tasks where id in (${wanted}) order by seq) d
    cross join tasks t on t.seq = d.seq join teams m on m.id = t.team_id`;
  await sql`
    insert or replace into search_index (rowid, keys, title, body)
    select d.seq, m.key || '-' || t.number, t.title,
      substr(concat_ws(char(10, 10), t.description, ${saidOn(sql`t.id`)}), 1, ${sql.lit(MOST_TEXT)})
    from ${numbered}`.execute(tx);
  await sql`
    insert or replace into search_index_words (rowid, keys, title)
    select d.seq, m.key || '-' || t.number, t.title from ${numbered}`.execute(tx);
}

/** How much of a task's text can be found: as much as a description alone may be, so that indexing stays quick. */
const MOST_TEXT = 100_000;

/** What the comments on a task say, the newest first. */
function saidOn(taskId: RawBuilder<unknown>, { id, body }: CommentText = { id: "", body: "" }) {
  return sql`
    (select group_concat(iif(c.id = ${id}, ${body}, c.body), char(10, 10) order by c.id desc)
    from ${newestComments(taskId)})`;
}

/** What of a task's fields decides where it is found. */
interface Writing {
  id: string;
  team_id: string;
  number: number;
  title: string;
  description: string | null;
}

/** A comment, and what it is taken to say in place of what it says. */
interface CommentText {
  id: string;
  body: string;
}

/** What a task can be found by: its reference and title, and all else that is said of it. */
export interface TaskText {
  title: string;
  body: string;
}

/** What a task can be found by, be it as it is or as it was before a write. */
export async function searchText(
  { db }: ReadContext,
  { id, team_id, number, title, description }: Writing,
  instead?: CommentText,
): Promise<TaskText> {
  const { rows } = await sql<{ key: string; said: string | null }>`
    select key, ${saidOn(sql`${id}`, instead)} as said from teams where id = ${team_id}`
    .execute(db);
  const { key, said } = rows[0]!;
  const body = said === null ? description ?? "" : `${description ?? ""}\n\n${said}`;
  return { title: `${key}-${number}\n${title}`, body: body.slice(0, MOST_TEXT) };
}
