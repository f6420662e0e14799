import { type RawBuilder, sql } from "kysely";
import { Conflict } from "./errors.ts";
import { nameKey } from "./name_key.ts";
import type { Db } from "./operation.ts";

/** What has a name of its own within a workspace or project: what to call it, and what a refusal is called. */
const kinds = {
  task_labels: ["label", "label_name_taken", sql.ref("workspace_id")],
  project_labels: ["project label", "name_taken", sql.ref("workspace_id")],
  workflows: ["workflow", "workflow_name_taken", sql.ref("workspace_id")],
  task_templates: ["task template", "template_exists", sql.ref("workspace_id")],
  project_templates: ["project template", "name_taken", sql.ref("workspace_id")],
  milestones: ["milestone", "name_taken", sql.ref("project_id")],
} as const satisfies Record<string, [string, string, RawBuilder<unknown>]>;

/**
 * Holds a name free; the unique index of the table is the rule's last guard.
 * @param within the workspace's or project's id
 * @param ownId the record that may have the name already
 * @throws Conflict when another one that isn't archived has it, in any case and composition
 */
export async function requireFreeName(
  tx: Db,
  kind: keyof typeof kinds,
  within: string,
  name: string,
  ownId = "",
): Promise<void> {
  const [noun, code, owner] = kinds[kind];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(kind)}
    where ${owner} = ${within} and name_key = ${nameKey(name)} and archived_at is null
      and id <> ${ownId}`.execute(tx);
  if (!rows[0]) return;
  throw new Conflict(`There is a ${noun} ${rows[0].name} already.`, {
    code,
    hint: "Choose another name, or use that one.",
  });
}
