import { sql } from "kysely";
import type { Db } from "../operation.ts";

/** What of a task can be found. Triggers keep the documents of all other records (migration 0009). */
export interface SearchText {
  /** The reference, which people type whole. */
  keys: string;
  title: string;
  body: string;
}

/**
 * Puts a new task into the search index. The document's number isn't returned but asked for by `last_insert_rowid()`:
 * a statement that returns something makes FTS5 write out what it has gathered of other tasks in this commit.
 */
export async function addSearchDocument(
  tx: Db,
  task: { workspaceId: string; teamId: string; taskId: string },
  text: SearchText,
): Promise<void> {
  await sql`
    insert into search_documents (workspace_id, kind, record_id, team_id)
    values (${task.workspaceId}, 'task', ${task.taskId}, ${task.teamId})`.execute(tx);
  await sql`
    insert into search_index (rowid, keys, title, body)
    values (last_insert_rowid(), ${text.keys}, ${text.title}, ${text.body})`.execute(tx);
  await sql`
    insert into search_index_words (rowid, keys, title)
    values (last_insert_rowid(), ${text.keys}, ${text.title})`.execute(tx);
}

/** Puts a task's new text in the place of its old one. */
async function changeSearchDocument(tx: Db, taskId: string, text: SearchText) {
  const document = await tx.selectFrom("search_documents").select("seq")
    .where("record_id", "=", taskId).executeTakeFirstOrThrow();
  await sql`
    insert or replace into search_index (rowid, keys, title, body)
    values (${document.seq}, ${text.keys}, ${text.title}, ${text.body})`.execute(tx);
  await sql`
    insert or replace into search_index_words (rowid, keys, title)
    values (${document.seq}, ${text.keys}, ${text.title})`.execute(tx);
}

/** How much of a task's text can be found: as much as a description alone may be, so that indexing stays quick. */
const MOST_TEXT = 100_000;
const MOST_COMMENTS = 500;

/** Puts a task into the index as it now stands: its title, its description and its comments, the newest first. */
export async function indexTask(tx: Db, taskId: string): Promise<void> {
  const task = await tx.selectFrom("tasks as t").innerJoin("teams", "teams.id", "t.team_id")
    .select(["teams.key", "t.number", "t.title", "t.description"])
    .where("t.id", "=", taskId).executeTakeFirstOrThrow();
  const comments = await tx.selectFrom("comments").select("body")
    .where("task_id", "=", taskId).where("deleted_at", "is", null)
    .orderBy("id", "desc").limit(MOST_COMMENTS).execute();
  const texts = [task.description ?? "", ...comments.map(({ body }) => body)];
  await changeSearchDocument(tx, taskId, {
    keys: `${task.key}-${task.number}`,
    title: task.title,
    body: texts.join("\n\n").slice(0, MOST_TEXT).toWellFormed(),
  });
}
