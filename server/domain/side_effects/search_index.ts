import { type RawBuilder, sql } from "kysely";
import type { Db, ReadContext, WriteContext } from "../core/operation.ts";
import { newestComments } from "../text/newest_comments.ts";

/** Updates a task in the search index at the end of the transaction. Triggers update all other records. */
export function indexTask({ beforeCommit }: WriteContext, taskId: string): void {
  beforeCommit(indexTasks, taskId);
}

/**
 * Updates or adds tasks in the index, in the order of their numbers and with one statement, because FTS5 flushes its
 * buffer before a lower number and before every savepoint.
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

/** The maximum length of a task's indexed text, the same as for a description, so that indexing stays fast. */
const MOST_TEXT = 100_000;

/** Returns the text of a task's comments, newest first. */
function saidOn(taskId: RawBuilder<unknown>, { id, body }: CommentText = { id: "", body: "" }) {
  return sql`
    (select group_concat(iif(c.id = ${id}, ${body}, c.body), char(10, 10) order by c.id desc)
    from ${newestComments(taskId)})`;
}

/** The fields of a task that decide where it is found. */
interface Writing {
  id: string;
  team_id: string;
  number: number;
  title: string;
  description: string | null;
}

/** A comment with a replacement text. */
interface CommentText {
  id: string;
  body: string;
}

/** A task's searchable text: its reference and title, and everything else. */
export interface TaskText {
  title: string;
  body: string;
}

/** Returns a task's searchable text, before or after a write. */
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
