import { sql } from "kysely";
import { invalidField } from "../core/errors.ts";
import { nameKey } from "../core/name_key.ts";
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

interface State {
  id: string;
  name: string;
  status: TaskStatus;
}

/**
 * Returns the first state of a status in a team's workflow. Setting the status selects this state. `RULES.md`, Tasks.
 */
export async function firstState(
  { db }: ReadContext,
  teamId: string,
  status: TaskStatus,
): Promise<State> {
  const { rows } = await sql<State>`
    select s.id, s.name, s.status from workflow_states s
    where s.workflow_id = (select workflow_id from teams where id = ${teamId})
      and s.status = ${status} and s.removed_at is null
    order by s.position limit 1`.execute(db);
  return rows[0]!;
}

/**
 * Returns the state that a patch sets: the given state, or the first state with the given status.
 * @returns null if the patch has neither a state nor a status, or has the current status
 * @throws Invalid for a state outside the team's workflow, or for a state that doesn't map to the given status
 */
export async function pickState(
  context: ReadContext,
  task: { team_id: string; status: TaskStatus },
  { status, stateId }: { status?: TaskStatus | undefined; stateId?: string | undefined },
): Promise<State | null> {
  if (stateId === undefined) {
    if (status === undefined || status === task.status) return null;
    return await firstState(context, task.team_id, status);
  }
  const states = await context.db.selectFrom("workflow_states as s")
    .innerJoin("teams as t", "t.workflow_id", "s.workflow_id").select([
      "s.id",
      "s.name",
      "s.status",
    ])
    .where("t.id", "=", task.team_id).where("s.removed_at", "is", null).execute();
  const state = states.find(({ id }) => id === stateId) ??
    states.find(({ name }) => nameKey(name) === nameKey(stateId));
  if (!state) {
    throw invalidField("stateId", `The team's workflow has no state ${stateId}.`, {
      code: "unknown_state",
      hint: "Read the team's workflow to find its states.",
    });
  }
  if (status !== undefined && status !== state.status) {
    throw invalidField("stateId", `${state.name} maps to ${state.status}, not to ${status}.`);
  }
  return state;
}
