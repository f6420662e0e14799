import { sql } from "kysely";
import type { Db } from "../operation.ts";
import { type Json, profileJson } from "../tasks/record.ts";
import type { Resource } from "../tasks/schema.ts";

/** The members of a resource's JSON object, for a query over `task_resources as r` joined to `profiles as adder`. */
export const resourceMembers = sql<string>`
  'id', r.id, 'title', r.title, 'url', r.url, 'creator', ${profileJson("adder")},
  'version', r.version, 'createdAt', r.created_at`;

/** One resource as JSON text, with the version that its ETag is made of. */
export interface FoundResource {
  id: string;
  version: number;
  resource: Json<Resource>;
}

/** Reads one resource's record; it is known to be there. */
export async function readResource(db: Db, id: string): Promise<FoundResource> {
  const { rows } = await sql<FoundResource>`
    select r.id, r.version, json_object(${resourceMembers}) as resource
    from task_resources r join profiles adder on adder.id = r.creator_id
    where r.id = ${id}`.execute(db);
  return rows[0]!;
}
