import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import { requireVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { requireFreeName } from "../core/free_names.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { locateWorkflow, type StoredWorkflow } from "./locate.ts";
import { readWorkflow } from "./record.ts";
import type { Workflow } from "./schema.ts";

const input = z.strictObject({ workflowId: keys.workflow, version: z.int().optional() });

/**
 * Archives a workflow that no team uses. An archived team counts too, because it would come back without one.
 * Archiving twice is once.
 * @throws NotFound; Forbidden unless a manager; Conflict while teams use it, or for the default one; Stale
 */
export const archiveWorkflow = operation({
  name: "workflows.archive",
  scope: "workspace.manage",
  input,
  run: (context, input) => setArchived(context, input, true),
});

/**
 * Brings an archived workflow back: teams can be given it again. Restoring one that isn't archived changes nothing.
 * @throws NotFound; Forbidden unless a manager; Conflict when another workflow has its name by now; Stale
 */
export const restoreWorkflow = operation({
  name: "workflows.restore",
  scope: "workspace.manage",
  input,
  run: (context, input) => setArchived(context, input, false),
});

async function setArchived(
  context: WriteContext<Member>,
  { workflowId, version }: z.output<typeof input>,
  archived: boolean,
): Promise<Versioned<Workflow>> {
  const { tx, actor, now } = context;
  const workflow = await locateWorkflow(context, workflowId);
  requireManager(actor, `${archived ? "archive" : "restore"} workflows`);
  requireVersion("workflow", workflow.version, version);
  if ((workflow.archived_at !== null) !== archived) {
    if (archived) await requireUnused(context, workflow);
    else {
      const { name } = workflow;
      await requireFreeName(context, "workflows", { within: actor.workspace.id, name });
    }
    await tx.updateTable("workflows")
      .set((e) => ({
        archived_at: archived ? now.toISOString() : null,
        version: e("version", "+", 1),
      }))
      .where("id", "=", workflow.id).execute();
    await recordActivity(context, workflow.id, {
      kind: archived ? "workflow.archived" : "workflow.restored",
    });
  }
  return await readWorkflow(context, workflow.id);
}

async function requireUnused({ db }: ReadContext, workflow: StoredWorkflow): Promise<void> {
  if (workflow.is_default) {
    throw new Conflict(`${workflow.name} is the workflow that new teams use.`, {
      code: "workflow_is_default",
      hint: "Make another workflow the default first.",
    });
  }
  const { n } = await db.selectFrom("teams").select((e) => e.fn.countAll<number>().as("n"))
    .where("workflow_id", "=", workflow.id).executeTakeFirstOrThrow();
  if (n === 0) return;
  throw new Conflict(
    `${workflow.name} is used by ${n === 1 ? "1 team" : `${n} teams`}, archived ones included.`,
    { code: "workflow_in_use", hint: "Give those teams another workflow first." },
  );
}

/** @throws Conflict when the workflow is archived */
export function requireStanding(workflow: StoredWorkflow): void {
  if (workflow.archived_at === null) return;
  throw new Conflict(`The workflow ${workflow.name} is archived.`, {
    code: "workflow_archived",
    hint: "Restore it first.",
  });
}
