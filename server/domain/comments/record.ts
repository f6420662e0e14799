import { sql } from "kysely";
import type { Db } from "../operation.ts";
import { type Json, profileJson } from "../tasks/record.ts";
import type { Comment } from "../tasks/schema.ts";

/** The members of a comment's JSON object, for a query over `comments as c` joined to `profiles as author`. */
export const commentMembers = sql<string>`
  'id', c.id, 'body', c.body, 'author', ${profileJson("author")}, 'version', c.version,
  'createdAt', c.created_at, 'editedAt', c.edited_at`;

/** One comment as JSON text, with the version that its ETag is made of. */
export interface FoundComment {
  id: string;
  version: number;
  comment: Json<Comment>;
}

/** Reads one comment's record; it is known to be there. */
export async function readComment(db: Db, id: string): Promise<FoundComment> {
  const { rows } = await sql<FoundComment>`
    select c.id, c.version, json_object(${commentMembers}) as comment
    from comments c join profiles author on author.id = c.author_id
    where c.id = ${id}`.execute(db);
  return rows[0]!;
}
