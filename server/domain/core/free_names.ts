import { sql } from "kysely";
import { Conflict } from "./errors.ts";
import { nameKey } from "./name_key.ts";
import type { ReadContext } from "./operation.ts";

/** What has a name of its own among those in use: what to call it, and within what. */
const kinds = {
  workflows: ["workflow", sql.ref("workspace_id")],
  task_labels: ["label", sql.ref("workspace_id")],
  task_templates: ["task template", sql.ref("workspace_id")],
  project_labels: ["project label", sql.ref("workspace_id")],
  project_templates: ["project template", sql.ref("workspace_id")],
  milestones: ["milestone", sql.ref("project_id")],
} as const;

/**
 * Holds a name free; the unique index of the table is the rule's last guard.
 * @param within the workspace's or project's id
 * @param ownId the record that may have the name already
 * @throws Conflict when another one that isn't archived has it, in any case and composition
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
    hint: "Choose another name, or rename the existing one.",
  });
}
