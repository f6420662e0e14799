import { recordActivity } from "../activity/write.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { nameColumns } from "../core/name_key.ts";
import { requireFreeName } from "../core/free_names.ts";
import { operation } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { readWorkflow } from "./record.ts";
import { type Workflow, WorkflowCreate } from "./schema.ts";
import { defaultStates } from "./pick_state.ts";

/**
 * Creates a workflow. Teams use it after it is selected in their settings.
 * @throws Forbidden unless a manager; Conflict if another workflow has that name; Invalid if the states leave out a
 * status. `RULES.md`, Tasks
 */
export const createWorkflow = operation({
  name: "workflows.create",
  scope: "workspace.manage",
  input: WorkflowCreate,
  async run(context, { name, states = defaultStates }): Promise<Versioned<Workflow>> {
    const { tx, actor, now } = context;
    requireManager(actor, "create workflows");
    await requireFreeName(context, "workflows", { within: actor.workspace.id, name });
    const id = newId("flow", now);
    await tx.insertInto("workflows").values({
      id,
      workspace_id: actor.workspace.id,
      ...nameColumns(name),
      created_at: now.toISOString(),
    }).execute();
    for (const [position, state] of states.entries()) {
      await tx.insertInto("workflow_states")
        .values({ id: newId("state", now), workflow_id: id, position, ...state }).execute();
    }
    await recordActivity(context, id, { kind: "workflow.created" });
    return await readWorkflow(context, id);
  },
});
