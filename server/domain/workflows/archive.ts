import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { archiving } from "../change/columns.ts";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { requireFreeName } from "../core/free_names.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { locateWorkflow, type StoredWorkflow } from "./locate.ts";
import { readWorkflow } from "./record.ts";
import type { Workflow } from "./schema.ts";

const input = z.strictObject({ workflowId: keys.workflow, version: seenVersion });

/**
 * Archives an unused workflow. Archived teams count as users, because they would be restored without one. Archiving it
 * again changes nothing.
 * @throws NotFound; Forbidden unless a manager; Conflict while teams use it, or for the default one; Stale
 */
export const archiveWorkflow = operation({
  name: "workflows.archive",
  scope: "workspace.manage",
  input,
  run: (context, input) => setArchived(context, input, true),
});

/**
 * Restores an archived workflow. Restoring an active one changes nothing.
 * @throws NotFound; Forbidden unless a manager; Conflict if another workflow has its name; Stale
 */
export const restoreWorkflow = operation({
  name: "workflows.restore",
  scope: "workspace.manage",
  input,
  run: (context, input) => setArchived(context, input, false),
});

function shelved(
  archived: boolean,
): ChangeRules<"workflows", string, StoredWorkflow, { archived: boolean }> {
  const verb = archived ? "archive" : "restore";
  return {
    name: "workflow",
    table: "workflows",
    dated: false,
    locate: locateWorkflow,
    allow: ({ actor }) => requireManager(actor, `${verb} workflows`),
    planners: {
      archived: archiving({ archived: "workflow.archived", restored: "workflow.restored" }),
    },
    async requireFit(context, workflow) {
      const { name } = workflow;
      if (archived) return await requireUnused(context, workflow);
      await requireFreeName(context, "workflows", { within: context.actor.workspace.id, name });
    },
    subject: ({ id }) => id,
  };
}

async function setArchived(
  context: WriteContext<Member>,
  { workflowId, version }: z.output<typeof input>,
  archived: boolean,
): Promise<Versioned<Workflow>> {
  const change = { version, patch: { archived } };
  const { id } = await changeRecord(context, shelved(archived), workflowId, change);
  return await readWorkflow(context, id);
}

async function requireUnused({ db }: ReadContext, workflow: StoredWorkflow): Promise<void> {
  if (workflow.is_default) {
    throw new Conflict(`${workflow.name} is the default workflow for new teams.`, {
      code: "workflow_is_default",
      hint: "Make another workflow the default first.",
    });
  }
  const { n } = await db.selectFrom("teams").select((e) => e.fn.countAll<number>().as("n"))
    .where("workflow_id", "=", workflow.id).executeTakeFirstOrThrow();
  if (n === 0) return;
  throw new Conflict(
    `${workflow.name} is used by ${n} active or archived ${n === 1 ? "team" : "teams"}.`,
    { code: "workflow_in_use", hint: "Choose another workflow for these teams first." },
  );
}

/** @throws Conflict if the workflow is archived */
export function requireWorkflowInUse(workflow: StoredWorkflow): void {
  if (workflow.archived_at === null) return;
  throw new Conflict(`The workflow ${workflow.name} is archived.`, {
    code: "workflow_archived",
    hint: "Restore the workflow first.",
  });
}
