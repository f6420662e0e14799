import { sql } from "kysely";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import { profileJson } from "../refs/json.ts";
import type { Comment } from "./schema.ts";

/** The members of a comment's JSON object in SQL text, for a query over `comments as c` joined to `profiles as author`. */
export const commentFields = `
  'id', c.id, 'body', c.body, 'author', ${profileJson("author")}, 'version', c.version,
  'createdAt', c.created_at, 'editedAt', c.edited_at`;

/** Reads the record of an existing comment. */
export async function readComment({ db }: ReadContext, id: string): Promise<Versioned<Comment>> {
  const { rows } = await sql<Versioned<Comment>>`
    select c.id, c.version, json_object(${sql.raw(commentFields)}) as json
    from comments c join profiles author on author.id = c.author_id
    where c.id = ${id}`.execute(db);
  return rows[0]!;
}
