import { sql } from "kysely";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/** What of a task can be found. Triggers keep the documents of all other records. */
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
  { tx }: WriteContext,
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
async function changeSearchDocument(
  { tx }: Pick<WriteContext, "tx">,
  taskId: string,
  text: SearchText,
) {
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
export async function indexTask(
  context: Pick<WriteContext, "tx" | "db">,
  taskId: string,
): Promise<void> {
  const task = await context.tx.selectFrom("tasks")
    .select(["id", "team_id", "number", "title", "description"])
    .where("id", "=", taskId).executeTakeFirstOrThrow();
  await changeSearchDocument(context, taskId, await searchText(context, task));
}

/** What of a task's fields decides where it is found. */
interface Writing {
  id: string;
  team_id: string;
  number: number;
  title: string;
  description: string | null;
}

/**
 * What of a task can be found.
 * @param instead what one of its comments, by its id, is taken to say in place of what it says
 */
export async function searchText(
  { db }: Pick<ReadContext, "db">,
  task: Writing,
  instead?: { id: string; body: string },
): Promise<SearchText> {
  const { key } = await db.selectFrom("teams").select("key")
    .where("id", "=", task.team_id).executeTakeFirstOrThrow();
  const comments = await db.selectFrom("comments").select(["id", "body"])
    .where("task_id", "=", task.id).where("deleted_at", "is", null)
    .orderBy("id", "desc").limit(MOST_COMMENTS).execute();
  const said = comments.map(({ id, body }) => id === instead?.id ? instead.body : body);
  return {
    keys: `${key}-${task.number}`,
    title: task.title,
    body: [task.description ?? "", ...said].join("\n\n").slice(0, MOST_TEXT).toWellFormed(),
  };
}
