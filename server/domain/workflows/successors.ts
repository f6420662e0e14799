import { sql } from "kysely";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/**
 * Returns the effective state of a team's task, as SQL over both aliases. A task keeps its assigned state. If the
 * team's workflow doesn't contain that state, another one replaces it. So a change of workflow needs only a few rows,
 * and a team that returns to a workflow finds its former states.
 */
export function currentStateOf(task: string, team: string): string {
  return `coalesce((select next.successor_id from state_successors next
    where next.workflow_id = ${team}.workflow_id and next.state_id = ${task}.state_id),
    ${task}.state_id)`;
}

/** Returns the effective state of a task `t` in its team `team`. */
export const currentStateId = currentStateOf("t", "team");

/** Returns the effective state of a task, with the given values. */
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

/** Replaces a removed state, and all states that it replaced, with another one. */
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
 * Prepares a workflow for tasks of another one: each possible state gets a replacement with the same name and status,
 * or else the status's first state. Replacements are permanent, so that later changes to states move no tasks.
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

/** Returns the states that tasks in a workflow were assigned: its own, removed ones, and those that others replace. */
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
