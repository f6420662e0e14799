import { sql } from "kysely";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/**
 * The state that a task of a team is in, as SQL text over the aliases of both. A task keeps the state that it was given; where the
 * team's workflow has it no more, or never had it, another stands in for it. So a workflow is changed in a few rows,
 * however many tasks it has, and a team that comes back to a workflow finds its tasks where they were.
 */
export function currentStateOf(task: string, team: string): string {
  return `coalesce((select next.successor_id from state_successors next
    where next.workflow_id = ${team}.workflow_id and next.state_id = ${task}.state_id),
    ${task}.state_id)`;
}

/** The same of a task `t` and its team `team`. */
export const currentStateId = currentStateOf("t", "team");

/** The state that a task is in, or would be in if it were stored as it is given here. */
export async function currentState(
  { db }: ReadContext,
  task: { team_id: string; state_id: string },
) {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from (select ${task.state_id} as state_id) t
    join teams team on team.id = ${task.team_id}
    join workflow_states s on s.id = ${sql.raw(currentStateId)}`.execute(db);
  return rows[0]!;
}

/** Lets one state of a workflow stand in for another one that is removed, and for all that it stood in for. */
export async function replaceState(
  context: WriteContext,
  workflowId: string,
  removedId: string,
  successorId: string,
): Promise<void> {
  await context.tx.updateTable("state_successors").set({ successor_id: successorId })
    .where("workflow_id", "=", workflowId).where("successor_id", "=", removedId).execute();
  await addSuccessor(context, workflowId, removedId, successorId);
}

interface NamedState {
  id: string;
  name: string;
  status: string;
}

/**
 * Makes a workflow fit for the tasks of teams that used another: for every state in which such a task can be, the
 * state of the same name and status stands in, or else the status's first. Settled once, it stays, so that a state
 * added or renamed later moves no task.
 */
export async function adoptStates(
  context: WriteContext,
  fromId: string,
  toId: string,
): Promise<void> {
  const own = await context.tx.selectFrom("workflow_states").select(["id", "name", "status"])
    .where("workflow_id", "=", toId).where("removed_at", "is", null).orderBy("position").execute();
  for (const state of await statesMet(context, fromId)) {
    if (own.some(({ id }) => id === state.id)) continue;
    const ofStatus = own.filter(({ status }) => status === state.status);
    const wanted = nameKey(state.name);
    const successor = ofStatus.find(({ name }) => nameKey(name) === wanted) ?? ofStatus[0]!;
    await addSuccessor(context, toId, state.id, successor.id);
  }
}

/** The states that tasks in a workflow were given: its own, removed ones too, and those that others stand in for. */
async function statesMet({ db }: ReadContext, workflowId: string): Promise<NamedState[]> {
  const { rows } = await sql<NamedState>`
    select id, name, status from workflow_states where workflow_id = ${workflowId}
    union
    select s.id, s.name, s.status from state_successors m
    join workflow_states s on s.id = m.state_id where m.workflow_id = ${workflowId}`.execute(db);
  return rows;
}

async function addSuccessor(
  { tx }: WriteContext,
  workflow_id: string,
  state_id: string,
  successor_id: string,
): Promise<void> {
  await tx.insertInto("state_successors").values({ workflow_id, state_id, successor_id })
    .onConflict((c) => c.doNothing()).execute();
}
