import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Fact } from "../activity/kinds.ts";
import type { PlannedChange } from "../change/plan.ts";
import { Invalid } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import type { Removal, StateInput } from "./schema.ts";
import { replaceState } from "./successors.ts";

type StoredState = Pick<
  Selectable<Tables["workflow_states"]>,
  "id" | "name" | "status" | "position"
>;

type PlacedState = StoredState & StateInput;

/**
 * Plans a new list of a workflow's states. Tasks of a removed state get the chosen state, or else the first other one
 * of its status, which the list always contains.
 * @param removed the new states for tasks of removed states
 * @returns the events; none without a change
 * @throws Invalid for an unknown or repeated ID; for another status of an existing state, which would silently change
 * its tasks' status; for the removal of a state that stays; and for a replacement that doesn't stay or has another
 * status
 */
export async function planStates(
  context: WriteContext,
  workflowId: string,
  wanted: StateInput[],
  removed: readonly Removal[] = [],
): Promise<PlannedChange<Record<never, never>>[]> {
  const { now } = context;
  const stored = await statesOf(context, workflowId);
  requireKnown(stored, wanted);
  const placed: PlacedState[] = wanted.map((state, position) => ({
    ...state,
    id: state.id ?? newId("state", now),
    position,
  }));
  const before = (state: PlacedState) => stored.find(({ id }) => id === state.id);
  const gone = stored.filter(({ id }) => !placed.some((state) => state.id === id));
  const successor = successorsOf(gone, placed, removed);
  const facts = [
    ...placed.flatMap((state) => placing(before(state), state)),
    ...gone.map((state) => removal(state, successor(state))),
    ...reordered(stored, placed),
  ];
  const write = async () => {
    for (const state of placed) await placeState(context, workflowId, before(state), state);
    for (const state of gone) await removeState(context, workflowId, state, successor(state));
  };
  return facts.map((fact, n) => ({ columns: {}, fact, ...(n === 0 ? { also: write } : {}) }));
}

/**
 * Plans the removal of existing states.
 * @throws Invalid for the last state of a status; errors of `planStates`
 */
export async function planRemovals(
  context: WriteContext,
  workflowId: string,
  removed: readonly Removal[],
): Promise<PlannedChange<Record<never, never>>[]> {
  const stored = await statesOf(context, workflowId);
  const going = removed.filter(({ id }) => stored.some((state) => state.id === id));
  const left = stored.filter(({ id }) => !going.some((one) => one.id === id));
  const wrong = going.flatMap(({ id }, n) => {
    const { status } = stored.find((state) => state.id === id)!;
    const message = `Keep at least one state for ${status}.`;
    return left.some((state) => state.status === status)
      ? []
      : [{ path: ["removed", n, "id"], message }];
  });
  if (wrong.length > 0) throw new Invalid(wrong);
  const states = left.map(({ id, name, status }) => ({ id, name, status }));
  return await planStates(context, workflowId, states, going);
}

/** Returns the current states of a workflow, in order. */
function statesOf({ tx }: WriteContext, workflowId: string): Promise<StoredState[]> {
  return tx.selectFrom("workflow_states").select(["id", "name", "status", "position"])
    .where("workflow_id", "=", workflowId).where("removed_at", "is", null).orderBy("position")
    .execute();
}

function requireKnown(stored: StoredState[], wanted: StateInput[]): void {
  const wrong = wanted.flatMap((state, n) => {
    if (state.id === undefined) return [];
    const known = stored.find(({ id }) => id === state.id);
    const said = (field: string, message: string) => [{ path: ["states", n, field], message }];
    if (!known) return said("id", `There is no state ${state.id} in this workflow.`);
    if (wanted.findIndex(({ id }) => id === state.id) < n) {
      return said("id", `Use ${state.id} only once.`);
    }
    return known.status === state.status ? [] : said(
      "status",
      `${known.name} maps to ${known.status}. To use another status, add a new state and remove this one.`,
    );
  });
  if (wrong.length > 0) throw new Invalid(wrong);
}

/** Returns the event of an added or renamed state. */
function placing(before: StoredState | undefined, state: PlacedState): Fact[] {
  const to = describe(state);
  if (!before) return [{ kind: "workflow.state_added", data: { to } }];
  if (before.name === state.name) return [];
  return [{ kind: "workflow.state_renamed", data: { from: describe(before), to } }];
}

/** Adds a state, or updates an existing one's name and position. */
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

/**
 * Returns the new states for tasks of removed states.
 * @throws Invalid for a state that isn't removed, and for a replacement that has another status or is removed too
 */
function successorsOf(gone: StoredState[], placed: PlacedState[], removed: readonly Removal[]) {
  const wrong = removed.flatMap(({ id, into }, n) => {
    const said = (field: string, message: string) => [{ path: ["removed", n, field], message }];
    const from = gone.find((state) => state.id === id);
    if (!from) return said("id", `Remove ${id} from \`states\` or \`removed\`.`);
    const to = placed.find((state) => state.id === into);
    if (into === undefined) return [];
    if (!to) {
      return said(
        "into",
        `Choose a state that stays in the workflow. The workflow has no state ${into}.`,
      );
    }
    return to.status === from.status
      ? []
      : said("into", `${to.name} maps to ${to.status}, but ${from.name} maps to ${from.status}.`);
  });
  if (wrong.length > 0) throw new Invalid(wrong);
  return (state: StoredState): PlacedState => {
    const into = removed.findLast(({ id }) => id === state.id)?.into;
    return placed.find(({ id, status }) => into ? id === into : status === state.status)!;
  };
}

function removal(state: StoredState, successor: PlacedState): Fact {
  return {
    kind: "workflow.state_removed",
    data: { from: describe(state), to: describe(successor) },
  };
}

async function removeState(
  context: WriteContext,
  workflowId: string,
  state: StoredState,
  successor: PlacedState,
): Promise<void> {
  const { tx, now } = context;
  await replaceState(context, workflowId, state.id, successor.id);
  await tx.updateTable("workflow_states").set({ removed_at: now.toISOString() })
    .where("id", "=", state.id).execute();
}

/** Returns one event for the new order, if the remaining states changed their order. */
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
