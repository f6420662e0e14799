import { Invalid } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Db } from "../operation.ts";
import type { StateInput } from "./schema.ts";
import { succeed } from "./successors.ts";

interface StoredState {
  id: string;
  name: string;
  status: string;
  position: number;
}

/** What one difference between two lists of states becomes in history. */
export interface StateChange {
  kind: string;
  data: { from?: unknown; to?: unknown };
}

/**
 * Puts a list of states in the place of a workflow's. Tasks of a removed one stand in the first other state of its
 * status, which the list always has.
 * @returns what changed, in words of history; nothing when the list is what is there
 * @throws Invalid for an id that is none of its states, or comes twice, and for a state with another status: that
 *   would change its tasks' status without anybody saying so
 */
export async function replaceStates(
  tx: Db,
  workflowId: string,
  wanted: StateInput[],
  now: Date,
): Promise<StateChange[]> {
  const stored = await tx.selectFrom("workflow_states").select(["id", "name", "status", "position"])
    .where("workflow_id", "=", workflowId).where("removed_at", "is", null).orderBy("position")
    .execute();
  requireKnown(stored, wanted);
  const placed = wanted.map((state, position) => ({
    ...state,
    id: state.id ?? newId("state", now),
    position,
  }));
  const changes: StateChange[] = [];
  for (const state of placed) {
    const before = stored.find(({ id }) => id === state.id);
    const change = await placeState(tx, workflowId, before, state);
    if (change) changes.push(change);
  }
  const gone = stored.filter(({ id }) => !placed.some((state) => state.id === id));
  for (const state of gone) changes.push(await removeState(tx, workflowId, state, placed, now));
  return [...changes, ...reordered(stored, placed)];
}

function requireKnown(stored: StoredState[], wanted: StateInput[]): void {
  const wrong = wanted.flatMap((state, n) => {
    if (state.id === undefined) return [];
    const known = stored.find(({ id }) => id === state.id);
    const said = (field: string, message: string) => [{ path: ["states", n, field], message }];
    if (!known) return said("id", `There is no state ${state.id} in this workflow.`);
    if (wanted.findIndex(({ id }) => id === state.id) < n) {
      return said("id", `${state.id} stands there twice.`);
    }
    return known.status === state.status ? [] : said(
      "status",
      `${known.name} stands for ${known.status}; add a new state and remove this one instead.`,
    );
  });
  if (wrong.length > 0) throw new Invalid(wrong);
}

/** Adds a state, or gives one that is there its name and place. */
async function placeState(
  tx: Db,
  workflowId: string,
  before: StoredState | undefined,
  state: Omit<StateInput, "id"> & { id: string; position: number },
): Promise<StateChange | null> {
  if (!before) {
    await tx.insertInto("workflow_states").values({ workflow_id: workflowId, ...state }).execute();
    return { kind: "workflow.state_added", data: { to: describe(state) } };
  }
  const { name, position } = state;
  if (before.name === name && before.position === position) return null;
  await tx.updateTable("workflow_states").set({ name, position })
    .where("id", "=", state.id).execute();
  if (before.name === name) return null;
  const data = { from: describe(before), to: describe(state) };
  return { kind: "workflow.state_renamed", data };
}

async function removeState(
  tx: Db,
  workflowId: string,
  state: StoredState,
  placed: { id: string; name: string; status: string }[],
  now: Date,
): Promise<StateChange> {
  const next = placed.find(({ status }) => status === state.status)!;
  await succeed(tx, workflowId, state.id, next.id);
  await tx.updateTable("workflow_states").set({ removed_at: now.toISOString() })
    .where("id", "=", state.id).execute();
  return { kind: "workflow.state_removed", data: { from: describe(state), to: describe(next) } };
}

/** Says the new order once, where states that stay have changed places among themselves. */
function reordered(stored: StoredState[], placed: { id: string; name: string }[]): StateChange[] {
  const stay = stored.filter(({ id }) => placed.some((state) => state.id === id));
  const now = placed.filter(({ id }) => stay.some((state) => state.id === id));
  if (stay.every(({ id }, n) => id === now[n]?.id)) return [];
  const names = placed.map(({ name }) => name);
  return [{
    kind: "workflow.states_reordered",
    data: { from: stored.map(({ name }) => name), to: names },
  }];
}

function describe({ id, name, status }: { id: string; name: string; status: string }) {
  return { id, name, status };
}
