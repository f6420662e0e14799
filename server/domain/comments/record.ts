import { sql } from "kysely";
import type { Found } from "../found.ts";
import type { Db } from "../operation.ts";
import { profileJson } from "../tasks/record.ts";
import type { Comment } from "../tasks/schema.ts";

/** The members of a comment's JSON object in SQL text, for a query over `comments as c` joined to `profiles as author`. */
export const commentMembers = `
  'id', c.id, 'body', c.body, 'author', ${profileJson("author")}, 'version', c.version,
  'createdAt', c.created_at, 'editedAt', c.edited_at`;

/** Reads one comment's record; it is known to be there. */
export async function readComment(db: Db, id: string): Promise<Found<Comment>> {
  const { rows } = await sql<Found<Comment>>`
    select c.id, c.version, json_object(${sql.raw(commentMembers)}) as json
    from comments c join profiles author on author.id = c.author_id
    where c.id = ${id}`.execute(db);
  return rows[0]!;
}
