import { sql } from "kysely";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import { profileJson } from "../refs/json.ts";
import type { Resource } from "./schema.ts";

/** The members of a resource's JSON object in SQL text, for a query over `task_resources as r` joined to `profiles as adder`. */
export const resourceFields = `
  'id', r.id, 'title', r.title, 'url', r.url, 'creator', ${profileJson("adder")},
  'version', r.version, 'createdAt', r.created_at`;

/**
 * The SQL condition that the links of a task `t` exist. A discarded draft has no links until it is restored.
 */
export const resourcesExist = `(t.draft = 0 or t.archived_at is null)`;

/** Reads the record of an existing link. */
export async function readResource({ db }: ReadContext, id: string): Promise<Versioned<Resource>> {
  const { rows } = await sql<Versioned<Resource>>`
    select r.id, r.version, json_object(${sql.raw(resourceFields)}) as json
    from task_resources r join profiles adder on adder.id = r.creator_id
    where r.id = ${id}`.execute(db);
  return rows[0]!;
}
