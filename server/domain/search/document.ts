import { sql } from "kysely";
import type { Db } from "../operation.ts";

/** What of a record can be found. */
export interface SearchText {
  /** References, keys, usernames: short things that people type whole. */
  keys: string;
  title: string;
  body: string;
}

/** Puts a new record into the search index. */
export async function addSearchDocument(
  tx: Db,
  record: { workspaceId: string; kind: string; id: string },
  text: SearchText,
): Promise<void> {
  const { rows } = await sql<{ seq: number }>`
    insert into search_documents (workspace_id, kind, record_id)
    values (${record.workspaceId}, ${record.kind}, ${record.id}) returning seq`.execute(tx);
  await sql`
    insert into search_index (rowid, keys, title, body)
    values (${rows[0]!.seq}, ${text.keys}, ${text.title}, ${text.body})`.execute(tx);
}

/** Puts a record's new text in the place of its old one. */
export async function changeSearchDocument(tx: Db, recordId: string, text: SearchText) {
  const document = await tx.selectFrom("search_documents").select("seq")
    .where("record_id", "=", recordId).executeTakeFirstOrThrow();
  await sql`
    insert or replace into search_index (rowid, keys, title, body)
    values (${document.seq}, ${text.keys}, ${text.title}, ${text.body})`.execute(tx);
}
