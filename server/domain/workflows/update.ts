import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { type Found, requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { named } from "../name_key.ts";
import { requireFreeName } from "../names.ts";
import { type Db, operation } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { requireStanding } from "./archive.ts";
import { locateWorkflow, type StoredWorkflow } from "./locate.ts";
import { readWorkflow } from "./record.ts";
import { type Workflow, WorkflowPatch } from "./schema.ts";
import { replaceStates, type StateChange } from "./states.ts";

/**
 * Changes a workflow: its name, whether new teams use it, and its states, whose list is replaced whole. Tasks of a
 * removed state move to the first other state of its status; no task's status ever changes with it. History keeps
 * the names that states had.
 * @throws NotFound; Forbidden unless a manager; Conflict for a name that is taken or an archived workflow; Invalid for
 *   states that leave a status out; Stale. `contract.md`, Workflows
 */
export const updateWorkflow = operation({
  name: "workflows.update",
  scope: "workspace.manage",
  input: z.strictObject({
    workflowId: keys.workflow,
    version: z.int().optional(),
    patch: WorkflowPatch,
  }),
  async run({ tx, actor, now }, { workflowId, version, patch }): Promise<Found<Workflow>> {
    const workflow = await locateWorkflow(tx, actor, workflowId);
    requireManager(actor, "change workflows");
    requireVersion("workflow", workflow.version, version);
    requireStanding(workflow);
    const changes: StateChange[] = [
      ...await rename(tx, actor, workflow, patch.name),
      ...await makeDefault(tx, actor, workflow, patch.isDefault),
      ...(patch.states ? await replaceStates(tx, workflow.id, patch.states, now) : []),
    ];
    if (changes.length > 0) {
      await tx.updateTable("workflows").set((e) => ({ version: e("version", "+", 1) }))
        .where("id", "=", workflow.id).execute();
      // Task records show their state's name
      await reviseWorkspace(tx, actor.workspace.id);
    }
    for (const { kind, data } of changes) {
      const subject = { kind: "workflow", id: workflow.id } as const;
      await recordActivity(tx, actor, now, { subject, kind, data });
    }
    return await readWorkflow(tx, actor, workflow.id);
  },
});

async function rename(
  tx: Db,
  actor: Member,
  workflow: StoredWorkflow,
  to: string | undefined,
): Promise<StateChange[]> {
  if (to === undefined || to === workflow.name) return [];
  await requireFreeName(tx, "workflows", actor.workspace.id, to, workflow.id);
  await tx.updateTable("workflows").set(named(to)).where("id", "=", workflow.id).execute();
  return [{ kind: "workflow.renamed", data: { from: workflow.name, to } }];
}

/** A workspace has one default: the one that was it stops being it. */
async function makeDefault(
  tx: Db,
  actor: Member,
  workflow: StoredWorkflow,
  wanted: true | undefined,
): Promise<StateChange[]> {
  if (!wanted || workflow.is_default) return [];
  await tx.updateTable("workflows")
    .set((e) => ({ is_default: 0, version: e("version", "+", 1) }))
    .where("workspace_id", "=", actor.workspace.id).where("is_default", "=", 1).execute();
  await tx.updateTable("workflows").set({ is_default: 1 }).where("id", "=", workflow.id).execute();
  return [{ kind: "workflow.made_default", data: {} }];
}
