import { sql } from "kysely";
import { Conflict } from "./errors.ts";
import { nameKey } from "./name_key.ts";
import type { ReadContext } from "./operation.ts";

/** Kinds of records with unique names among active ones: the noun, and the table's parent. */
const kinds = {
  workflows: ["workflow", sql.ref("workspace_id")],
  task_labels: ["label", sql.ref("workspace_id")],
  task_templates: ["task template", sql.ref("workspace_id")],
  project_labels: ["project label", sql.ref("workspace_id")],
  project_templates: ["project template", sql.ref("workspace_id")],
  milestones: ["milestone", sql.ref("project_id")],
} as const;

/**
 * Checks that a name is free. The table's unique index guarantees the rule.
 * @param within the ID of the workspace or project
 * @param ownId the record that can already have the name
 * @throws Conflict if another active record has it, regardless of case and composition
 */
export async function requireFreeName(
  { db }: ReadContext,
  kind: keyof typeof kinds,
  { within, name, ownId = "" }: { within: string; name: string; ownId?: string },
): Promise<void> {
  const [noun, owner] = kinds[kind];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(kind)}
    where ${owner} = ${within} and name_key = ${nameKey(name)} and archived_at is null
      and id <> ${ownId}`.execute(db);
  if (!rows[0]) return;
  throw new Conflict(`A ${noun} named ${rows[0].name} already exists.`, {
    code: "name_taken",
    hint: `Choose another name, or rename the existing ${noun}.`,
  });
}
