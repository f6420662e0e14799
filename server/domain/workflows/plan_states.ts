import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Fact } from "../activity/kinds.ts";
import type { PlannedChange } from "../change/plan.ts";
import { Invalid } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import type { StateInput } from "./schema.ts";
import { replaceState } from "./successors.ts";

type StoredState = Pick<
  Selectable<Tables["workflow_states"]>,
  "id" | "name" | "status" | "position"
>;

type PlacedState = StoredState & StateInput;

/**
 * Plans a list of states in the place of a workflow's. Tasks of a removed one stand in the first other state of its
 * status, which the list always has.
 * @returns what changes, in words of history; nothing when the list is what is there
 * @throws Invalid for an id that is none of its states, or comes twice, and for a state with another status: that
 *   would change its tasks' status without anybody saying so
 */
export async function planStates(
  context: WriteContext,
  workflowId: string,
  wanted: StateInput[],
): Promise<PlannedChange<Record<never, never>>[]> {
  const { tx, now } = context;
  const stored = await tx.selectFrom("workflow_states").select(["id", "name", "status", "position"])
    .where("workflow_id", "=", workflowId).where("removed_at", "is", null).orderBy("position")
    .execute();
  requireKnown(stored, wanted);
  const placed: PlacedState[] = wanted.map((state, position) => ({
    ...state,
    id: state.id ?? newId("state", now),
    position,
  }));
  const before = (state: PlacedState) => stored.find(({ id }) => id === state.id);
  const gone = stored.filter(({ id }) => !placed.some((state) => state.id === id));
  const facts = [
    ...placed.flatMap((state) => placing(before(state), state)),
    ...gone.map((state) => removal(state, placed)),
    ...reordered(stored, placed),
  ];
  const write = async () => {
    for (const state of placed) await placeState(context, workflowId, before(state), state);
    for (const state of gone) await removeState(context, workflowId, state, placed);
  };
  return facts.map((fact, n) => ({ columns: {}, ...fact, ...(n === 0 ? { also: write } : {}) }));
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

/** What history tells of a state that is added, or has another name. */
function placing(before: StoredState | undefined, state: PlacedState): Fact[] {
  const to = describe(state);
  if (!before) return [{ kind: "workflow.state_added", data: { to } }];
  if (before.name === state.name) return [];
  return [{ kind: "workflow.state_renamed", data: { from: describe(before), to } }];
}

/** Adds a state, or gives one that is there its name and place. */
async function placeState(
  { tx }: WriteContext,
  workflowId: string,
  before: StoredState | undefined,
  state: PlacedState,
): Promise<void> {
  if (!before) {
    await tx.insertInto("workflow_states").values({ workflow_id: workflowId, ...state }).execute();
    return;
  }
  const { name, position } = state;
  if (before.name === name && before.position === position) return;
  await tx.updateTable("workflow_states").set({ name, position })
    .where("id", "=", state.id).execute();
}

/** The state in which the tasks of a removed one stand from then on. */
function successor(state: StoredState, placed: PlacedState[]): PlacedState {
  return placed.find(({ status }) => status === state.status)!;
}

function removal(state: StoredState, placed: PlacedState[]): Fact {
  const data = { from: describe(state), to: describe(successor(state, placed)) };
  return { kind: "workflow.state_removed", data };
}

async function removeState(
  context: WriteContext,
  workflowId: string,
  state: StoredState,
  placed: PlacedState[],
): Promise<void> {
  const { tx, now } = context;
  await replaceState(context, workflowId, state.id, successor(state, placed).id);
  await tx.updateTable("workflow_states").set({ removed_at: now.toISOString() })
    .where("id", "=", state.id).execute();
}

/** Says the new order once, where states that stay have changed places among themselves. */
function reordered(stored: StoredState[], placed: PlacedState[]): Fact[] {
  const stay = stored.filter(({ id }) => placed.some((state) => state.id === id));
  const now = placed.filter(({ id }) => stay.some((state) => state.id === id));
  if (stay.every(({ id }, n) => id === now[n]?.id)) return [];
  const names = placed.map(({ name }) => name);
  return [{
    kind: "workflow.states_reordered",
    data: { from: stored.map(({ name }) => name), to: names },
  }];
}

function describe({ id, name, status }: StoredState) {
  return { id, name, status };
}
