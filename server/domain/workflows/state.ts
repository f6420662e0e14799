import { invalidField } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { TaskStatus } from "../vocabulary.ts";

/** The states of a new workspace's workflow: one per status. `RULES.md`, Tasks. */
export const defaultStates: readonly { name: string; status: TaskStatus }[] = [
  { name: "Backlog", status: "backlogged" },
  { name: "Planned", status: "planned" },
  { name: "In progress", status: "progressed" },
  { name: "Done", status: "completed" },
  { name: "Cancelled", status: "cancelled" },
];

/** The first state of a status in a team's workflow: what setting that status picks. `RULES.md`, Tasks. */
export async function firstState({ db }: ReadContext, workflowId: string, status: TaskStatus) {
  return await db.selectFrom("workflow_states").select(["id", "name"])
    .where("workflow_id", "=", workflowId).where("status", "=", status)
    .where("removed_at", "is", null).orderBy("position").limit(1).executeTakeFirstOrThrow();
}

interface State {
  id: string;
  name: string;
  status: TaskStatus;
}

/**
 * The state that a patch puts a task into: the one that it names, or the first of the status that it names.
 * @returns null when the patch names neither, or the status that the task has already
 * @throws Invalid for a state that isn't one of the team's workflow, or that stands for another status than the named
 */
export async function pickState(
  context: ReadContext,
  task: { team_id: string; status: TaskStatus },
  { status, stateId }: { status?: TaskStatus | undefined; stateId?: string | undefined },
): Promise<State | null> {
  const { db } = context;
  if (stateId === undefined && (status === undefined || status === task.status)) return null;
  const team = await db.selectFrom("teams").select("workflow_id")
    .where("id", "=", task.team_id).executeTakeFirstOrThrow();
  if (stateId === undefined) {
    return { ...await firstState(context, team.workflow_id, status!), status: status! };
  }
  const state = await db.selectFrom("workflow_states").select(["id", "name", "status"])
    .where("id", "=", stateId).where("workflow_id", "=", team.workflow_id)
    .where("removed_at", "is", null).executeTakeFirst();
  if (!state) {
    throw invalidField("stateId", `The team's workflow has no state ${stateId}.`, {
      code: "unknown_state",
      hint: "Read the team's workflow to find its states.",
    });
  }
  if (status !== undefined && status !== state.status) {
    throw invalidField("stateId", `${state.name} stands for ${state.status}, not for ${status}.`);
  }
  return state;
}
