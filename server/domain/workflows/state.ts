import type { Db } from "../operation.ts";
import type { TaskStatus } from "../tasks/schema.ts";

/** The states of a new workspace's workflow: one per status. `contract.md`, Workflows. */
export const defaultStates: readonly { name: string; status: TaskStatus }[] = [
  { name: "Backlog", status: "backlogged" },
  { name: "Planned", status: "planned" },
  { name: "In progress", status: "progressed" },
  { name: "Done", status: "completed" },
  { name: "Cancelled", status: "cancelled" },
];

/** The first state of a status in a team's workflow: what setting that status picks. `contract.md`, Workflows. */
export async function firstState(tx: Db, workflowId: string, status: TaskStatus) {
  return await tx.selectFrom("workflow_states").select(["id", "name"])
    .where("workflow_id", "=", workflowId).where("status", "=", status)
    .orderBy("position").limit(1).executeTakeFirstOrThrow();
}
