import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { findOnlyByName } from "../core/called.ts";
import { invalidField, NotFound } from "../core/errors.ts";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";

/** A workflow, with the data that operations need. */
export type StoredWorkflow = Pick<
  Selectable<Tables["workflows"]>,
  "id" | "name" | "is_default" | "version" | "archived_at"
>;

/**
 * Returns a workflow, archived or not.
 * @param word an ID or a name
 * @throws NotFound if there is none, or several archived ones have the name
 */
export async function locateWorkflow(
  { db, actor }: ReadContext<Member>,
  word: string,
): Promise<StoredWorkflow> {
  const all = db.selectFrom("workflows")
    .select(["id", "name", "is_default", "version", "archived_at"])
    .where("workspace_id", "=", actor.workspace.id);
  const isId = word.startsWith("flow_");
  const named = isId ? all.where("id", "=", word) : all.where("name_key", "=", nameKey(word));
  const rows = await named.execute();
  const found = isId ? rows[0] : findOnlyByName(word, rows, ({ id }) => id);
  if (!found) throw new NotFound(`Workflow ${word} not found.`);
  return found;
}

/** Returns the workflow of a `workflowId` in a body. @throws Invalid if no usable workflow matches */
export async function resolveWorkflow(
  context: ReadContext<Member>,
  id: string,
): Promise<StoredWorkflow> {
  const found = await locateWorkflow(context, id).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (found && found.archived_at === null) return found;
  throw invalidField("workflowId", `Workflow ${id} not found.`, {
    code: "unknown_workflow",
    hint: "List the workflows to find their IDs.",
  });
}

/** Returns the default workflow for new teams. */
export async function defaultWorkflowId({ db, actor }: ReadContext<Member>): Promise<string> {
  const { id } = await db.selectFrom("workflows").select("id")
    .where("workspace_id", "=", actor.workspace.id).where("is_default", "=", 1)
    .limit(1).executeTakeFirstOrThrow();
  return id;
}
