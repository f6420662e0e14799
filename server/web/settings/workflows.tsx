import {
  workflowPagePath,
  workflowPath,
  workflowsPath,
  workflowTeamsPagePath,
} from "../../../views/settings_paths.ts";
import { Workflows } from "../../../views/settings/workflows.tsx";
import type { OpenWorkflowForm } from "../../../views/settings/workflow_states.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTeam } from "../../domain/teams/find.ts";
import { updateTeam } from "../../domain/teams/update.ts";
import { archiveWorkflow, restoreWorkflow } from "../../domain/workflows/archive.ts";
import { createWorkflow } from "../../domain/workflows/create.ts";
import { findWorkflow, listWorkflows } from "../../domain/workflows/list.ts";
import { updateWorkflow } from "../../domain/workflows/update.ts";
import { type Action, action } from "../action.ts";
import type { PageContext } from "../context.ts";
import { filled, type Form, number, text } from "../forms.ts";
import type { RefusedForm, RefusedFormOf } from "../refusal.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";
import { addState, changeState, removeState } from "./workflow_states.ts";

const home = () => workflowsPath;
const of = ({ workflowId }: { workflowId: string }) => workflowId;
const onWorkflow = { path: workflowPagePath, home, of } as const;

/** Reads a workflow. @throws NotFound */
export async function workflowOf({ ask }: Pick<PageContext<Member>, "ask">, workflowId: string) {
  return parseJson((await ask(findWorkflow, { workflowId })).json);
}

/** Creates a workflow with the states of another one, or with one state per status. */
export const createWorkflowAction = action({
  path: workflowsPath,
  closes: ["create"],
  form: { name: text, from: filled },
  async does({ name, from }, at) {
    const states = from &&
      (await workflowOf(at, from)).states.map(({ name, status }) => ({ name, status }));
    return parseJson(
      (await at.perform(createWorkflow, { name, states: states || undefined })).json,
    );
  },
  says: ({ id, name }) => ({
    text: `Workflow ${name} created. You can now use it for teams.`,
    undo: { action: archiveWorkflowAction, path: workflowPath(id) },
  }),
  home,
});

export const renameWorkflow = action({
  ...onWorkflow,
  closes: ["rename"],
  form: { name: text, version: number },
  async does({ name, version }, at) {
    const { workflowId } = at.params;
    const before = await workflowOf(at, workflowId);
    const change = { workflowId, version, patch: { name } };
    return { before, now: parseJson((await at.perform(updateWorkflow, change)).json) };
  },
  says({ before, now }) {
    if (before.version === now.version) return nothingToSave;
    const along = { name: before.name, version: String(now.version) };
    return {
      text: `Workflow renamed to ${now.name}`,
      undo: { action: nameWorkflowBack, path: workflowPath(now.id), along },
    };
  },
});

/** Undoes a rename of a workflow, unless someone changed the workflow since. */
export const nameWorkflowBack: Action = action({
  ...onWorkflow,
  button: "act=back",
  form: { name: text, version: number },
  does: async ({ name, version }, { perform, params: { workflowId } }) =>
    parseJson((await perform(updateWorkflow, { workflowId, version, patch: { name } })).json),
  says: ({ name }) => ({ text: `Workflow renamed back to ${name}` }),
});

/** Makes a workflow the default for new teams. */
export const makeWorkflowDefault: Action = action({
  ...onWorkflow,
  button: "act=default",
  form: {},
  async does(_form, { askAll, perform, params: { workflowId } }) {
    const before = (await askAll(listWorkflows)).find(({ isDefault }) => isDefault);
    const change = { workflowId, patch: { isDefault: true } };
    return { before, now: parseJson((await perform(updateWorkflow, change)).json) };
  },
  says({ before, now }) {
    if (!before || before.id === now.id) return { text: `${now.name} is already the default` };
    return {
      text: `${now.name} is now the default for new teams`,
      undo: { action: makeWorkflowDefault, path: workflowPath(before.id) },
    };
  },
});

const shelving = (
  button: "act=archive" | "act=restore",
  mutation: typeof archiveWorkflow,
  said: string,
  undo: () => Action,
): Action =>
  action({
    ...onWorkflow,
    button,
    form: {},
    does: async (_form, { perform, params }) => parseJson((await perform(mutation, params)).json),
    says: ({ id, name }) => ({
      text: `Workflow ${name} ${said}`,
      undo: { action: undo(), path: workflowPath(id) },
    }),
  });
export const archiveWorkflowAction: Action = shelving(
  "act=archive",
  archiveWorkflow,
  "archived",
  () => restoreWorkflowAction,
);
export const restoreWorkflowAction: Action = shelving(
  "act=restore",
  restoreWorkflow,
  "restored",
  () => archiveWorkflowAction,
);

/** Sets the workflow of a team. */
export const assignWorkflow: Action = action({
  path: workflowTeamsPagePath,
  closes: ["team"],
  form: { teamId: text },
  async does({ teamId }, { ask, perform, params: { workflowId } }) {
    const before = parseJson((await ask(findTeam, { teamId })).json);
    const now = parseJson(
      (await perform(updateTeam, { teamId: before.id, patch: { workflowId } })).json,
    );
    return { before, now };
  },
  says({ before, now }) {
    if (before.workflowId === now.workflowId) {
      return { text: `${now.name} already uses this workflow` };
    }
    return {
      text: `${now.name} now uses this workflow`,
      undo: {
        action: assignWorkflow,
        path: `${workflowPath(before.workflowId)}/teams`,
        along: { teamId: now.id },
      },
    };
  },
  home,
  of,
});

/** All workflows with their states and teams. */
export const workflowsPage = settingsPage({
  path: workflowsPath,
  who: "managers",
  read: async ({ url: { searchParams }, askAll, teams }) => ({
    workflows: await askAll(listWorkflows, { includeArchived: "true" }),
    teams: await teams(),
    searchParams,
  }),
}).shows({
  title: () => "Workflows",
  main: ({ workflows, teams, searchParams, refused }) => (
    <Workflows
      workflows={workflows}
      teams={teams}
      open={refusedForm(workflows, refused) ?? askedForm(searchParams)}
    />
  ),
});

/** Returns the form that the URL opens. */
function askedForm(asked: URLSearchParams): OpenWorkflowForm | null {
  if (asked.has("create")) {
    return { form: "new", id: "", typed: { name: asked.get("name") ?? "" } };
  }
  const id = (name: string) => asked.get(name);
  if (id("rename")) return { form: "name", id: id("rename")! };
  for (const form of ["addState", "state", "removeState", "team"] as const) {
    if (id(form)) return { form, id: id(form)! };
  }
  return null;
}

type Typed = NonNullable<OpenWorkflowForm["typed"]>;

/** Returns the refused form with its values. */
function refusedForm(
  workflows: readonly { id: string; states: readonly { id: string }[] }[],
  refused: RefusedFormOf,
): OpenWorkflowForm | null {
  const opened = (
    form: OpenWorkflowForm["form"],
    id: string,
    was: RefusedForm<Form> | null,
  ): OpenWorkflowForm | null => {
    if (!was) return null;
    const { values, errors, rest } = was;
    return { form, id, typed: values as Typed, refused: { errors, rest } };
  };
  const made = opened("new", "", refused(createWorkflowAction));
  if (made) return made;
  for (const { id, states } of workflows) {
    const found = opened("name", id, refused(renameWorkflow, id)) ??
      opened("addState", id, refused(addState, id)) ??
      opened("team", id, refused(assignWorkflow, id));
    if (found) return found;
    for (const state of states) {
      const changed = opened("state", state.id, refused(changeState, state.id)) ??
        opened("removeState", state.id, refused(removeState, state.id));
      if (changed) return changed;
    }
  }
  return null;
}
