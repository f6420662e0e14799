import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { name } from "../change/columns.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { requireFreeName } from "../core/free_names.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { requireWorkflowInUse } from "./archive.ts";
import { locateWorkflow, type StoredWorkflow } from "./locate.ts";
import { readWorkflow } from "./record.ts";
import { type Workflow, WorkflowPatch } from "./schema.ts";
import { planRemovals, planStates } from "./plan_states.ts";

const workflows: ChangeRules<"workflows", string, StoredWorkflow, z.output<typeof WorkflowPatch>> =
  {
    name: "workflow",
    table: "workflows",
    dated: false,
    locate: locateWorkflow,
    allow: ({ actor }) => requireManager(actor, "change workflows"),
    requireUnarchived: (_, workflow) => requireWorkflowInUse(workflow),
    planners: {
      async name(context, to) {
        const { actor, record } = context;
        const renamed = name("workflow.renamed")(context, to);
        const wanted = { within: actor.workspace.id, name: to, ownId: record.id };
        if (renamed) await requireFreeName(context, "workflows", wanted);
        return renamed;
      },
      isDefault: (context) =>
        context.record.is_default ? null : {
          columns: {},
          fact: { kind: "workflow.made_default" },
          also: () => makeDefault(context, context.record.id),
        },
      states: (context, states, { removed }) =>
        planStates(context, context.record.id, states, removed),
      removed: (context, removed, { states }) =>
        states ? null : planRemovals(context, context.record.id, removed),
    },
    async around(context, _, write) {
      await write();
      // Task records show their state's name
      await reviseWorkspace(context);
    },
    subject: ({ id }) => id,
  };

/**
 * Changes a workflow: its name, whether new teams use it, and the whole list of its states. Tasks of a removed state
 * move to the one in `removed`, or else to the first other state of the status, so no task's status changes. Activity
 * keeps the former names of states.
 * @throws NotFound; Forbidden unless a manager; Conflict if the name is taken or the workflow is archived; Invalid if
 * the states leave out a status; Stale. `RULES.md`, Tasks
 */
export const updateWorkflow = operation({
  name: "workflows.update",
  scope: "workspace.manage",
  input: z.strictObject({
    workflowId: keys.workflow,
    version: seenVersion,
    patch: WorkflowPatch,
  }),
  async run(context, { workflowId, ...change }): Promise<Versioned<Workflow>> {
    const { id } = await changeRecord(context, workflows, workflowId, change);
    return await readWorkflow(context, id);
  },
});

/** Makes a workflow the workspace's only default. */
async function makeDefault(
  { tx, actor }: WriteContext<Member>,
  workflowId: string,
): Promise<void> {
  await tx.updateTable("workflows")
    .set((e) => ({ is_default: 0, version: e("version", "+", 1) }))
    .where("workspace_id", "=", actor.workspace.id).where("is_default", "=", 1).execute();
  await tx.updateTable("workflows").set({ is_default: 1 })
    .where("id", "=", workflowId).execute();
}
