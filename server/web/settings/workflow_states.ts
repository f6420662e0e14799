import {
  statePagePath,
  statePlacePagePath,
  statesPagePath,
  statesPath,
  workflowsPath,
} from "../../../views/settings_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { NotFound } from "../../domain/core/errors.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findWorkflow } from "../../domain/workflows/list.ts";
import type { Workflow } from "../../domain/workflows/schema.ts";
import { updateWorkflow } from "../../domain/workflows/update.ts";
import { type Action, action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { filled, number, placeIn, text } from "../forms.ts";
import { nothingToSave } from "./nothing_to_save.ts";

const home = () => workflowsPath;
const of = ({ stateId }: { stateId: string }) => stateId;

interface StateIds {
  workflowId: string;
  stateId: string;
}
type At = Pick<ActionContext<Member>, "ask" | "perform">;
type State = Workflow["states"][number];

/** Reads a workflow with one of its states. @throws NotFound */
async function stateOf({ ask }: At, { workflowId, stateId }: StateIds) {
  const workflow = parseJson((await ask(findWorkflow, { workflowId })).json);
  const at = workflow.states.findIndex(({ id }) => id === stateId);
  if (at < 0) throw new NotFound(`This workflow has no state ${stateId}.`);
  return { workflow, at, state: workflow.states[at]! };
}

/** Returns a list with a state moved to another position. */
function placed(states: readonly State[], at: number, position: number): State[] {
  const others = states.toSpliced(at, 1);
  return others.toSpliced(Math.max(0, Math.min(position, others.length)), 0, states[at]!);
}

/** Adds a state after the others of its status. */
export const addState = action({
  path: statesPagePath,
  closes: ["addState"],
  form: { name: text, status: text },
  async does(form, { ask, perform, params: { workflowId } }) {
    const { states, version } = parseJson((await ask(findWorkflow, { workflowId })).json);
    const behind = states.findLastIndex(({ status }) => status === form.status) + 1 ||
      states.length;
    const change = {
      workflowId,
      version,
      patch: { states: states.toSpliced(behind, 0, form as State) },
    };
    const now = parseJson((await perform(updateWorkflow, change)).json);
    return { now, added: now.states[behind]! };
  },
  says: ({ now, added }) => ({
    text: `State ${added.name} added to ${now.name}`,
    undo: { action: removeState, path: statesPath(now.id, added.id) },
  }),
  home,
  of: ({ workflowId }) => workflowId,
});

/** Renames or moves a state, unless someone changed the workflow in the meantime. */
export const changeState = action({
  path: statePagePath,
  closes: ["state"],
  form: { name: text, position: placeIn, from: placeIn, version: number },
  async does({ name, position, from, version }, at) {
    const { workflow, at: was, state } = await stateOf(at, at.params);
    const to = position === undefined || position === from ? was : position;
    const states = placed(workflow.states, was, to)
      .map((one) => one.id === state.id ? { ...one, name } : one);
    const change = { workflowId: workflow.id, version, patch: { states } };
    return {
      workflow,
      state,
      was,
      now: parseJson((await at.perform(updateWorkflow, change)).json),
    };
  },
  says({ workflow, state, was, now }, { name }) {
    if (now.version === workflow.version) return nothingToSave;
    return {
      text: `State ${name} saved`,
      undo: {
        action: putStateBack,
        path: statesPath(now.id, state.id),
        along: { name: state.name, position: String(was) },
      },
    };
  },
  home,
  of,
});

/** Undoes a change to a state's name or position. */
export const putStateBack: Action = action({
  path: statePagePath,
  button: "act=back",
  form: { name: text, position: number },
  async does({ name, position }, at) {
    const { workflow: { id, version, states }, at: was, state } = await stateOf(at, at.params);
    const patch = {
      states: placed(states, was, position)
        .map((one) => one.id === state.id ? { ...one, name } : one),
    };
    await at.perform(updateWorkflow, { workflowId: id, version, patch });
    return name;
  },
  says: () => ({ text: "State change undone" }),
  home,
});

/** Removes a state, and moves its tasks to another state of the same status. */
export const removeState: Action = action({
  path: statePagePath,
  button: "act=remove",
  closes: ["removeState"],
  form: { into: filled },
  async does({ into }, at) {
    const { workflow, state } = await stateOf(at, at.params);
    const change = { workflowId: workflow.id, patch: { removed: [{ id: state.id, into }] } };
    const { states } = parseJson((await at.perform(updateWorkflow, change)).json);
    const stays = states.find(({ id, status }) => into ? id === into : status === state.status);
    return { state, stays: stays! };
  },
  says: ({ state, stays }) => ({
    text: `State ${state.name} removed. Tasks in this state moved to ${stays.name}.`,
  }),
  home,
  of,
});

/** Saves a state's position, which the page already shows. */
export const placeState: Action = action({
  path: statePlacePagePath,
  changes: "nothing",
  form: { position: number },
  does: place,
  says({ workflow, state, was, now }) {
    if (now.version === workflow.version) return null;
    const at = now.states.findIndex(({ id }) => id === state.id);
    return {
      text: `${state.name} moved to position ${at + 1}`,
      quiet: true,
      undo: {
        action: placeStateAgain,
        path: `${statesPath(now.id, state.id)}/place`,
        along: { position: String(was) },
      },
    };
  },
  home,
});

/** Moves a state back to its former position. */
export const placeStateAgain: Action = action({
  path: statePlacePagePath,
  button: "act=again",
  form: { position: number },
  does: place,
  says: ({ state: { name } }) => ({ text: `${name} moved back` }),
  home,
});

async function place({ position }: { position: number }, at: At & { params: StateIds }) {
  const { workflow, at: was, state } = await stateOf(at, at.params);
  const change = {
    workflowId: workflow.id,
    version: workflow.version,
    // Anything but a number is ignored
    patch: { states: placed(workflow.states, was, Number.isInteger(position) ? position : was) },
  };
  return { workflow, state, was, now: parseJson((await at.perform(updateWorkflow, change)).json) };
}
