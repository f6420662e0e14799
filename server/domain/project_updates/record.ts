import { sql } from "kysely";
import { profile } from "../projects/record.ts";

/** An update as JSON, from `project_updates as u` and its author, `profiles as author`. */
export const updateJson = sql<string>`json_object('id', u.id, 'health', u.health, 'body', u.body,
  'author', ${profile("author")}, 'createdAt', u.created_at)`;
