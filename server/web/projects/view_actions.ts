import { projectListPath } from "../../../views/project_list_paths.ts";
import { projectViewPagePath, projectViewPath } from "../../../views/project_paths.ts";
import {
  editViewPath,
  newProjectViewPath,
  projectViewEditPagePath,
} from "../../../views/view_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createView } from "../../domain/saved_views/create.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { updateView } from "../../domain/saved_views/update.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { number, text } from "../forms.ts";
import { described, homeIn, naming } from "../saved_views/actions.ts";
import { saysChanged, viewStateActions } from "../saved_views/state_actions.ts";
import { projectQueryOf } from "./list_query.ts";
import { projectViewFields, projectViewShown, unlistedFilters } from "./view_query.ts";

const changes = "page and sidebar";

/** What is done to a view of projects as a whole. */
export const {
  archive: archiveProjectView,
  restore: restoreProjectView,
  subscribe: subscribeToProjectView,
  unsubscribe: unsubscribeFromProjectView,
  undoChange: undoProjectViewChange,
} = viewStateActions(projectViewPagePath, projectViewPath);

const listAt = (search: string) => projectQueryOf(new URL(`?${search}`, "http://list"));

/** Saves a list of projects as it is shown as a new view, and leads there. */
export const saveProjectView = action({
  path: newProjectViewPath,
  form: { ...naming, query: text },
  changes,
  leads: true,
  async does({ name, description, whose, query: search }, at) {
    const asked = listAt(search);
    const shown = asked.view ? await projectViewShown(at, asked) : null;
    const fields = projectViewFields(shown?.query ?? asked);
    const kept = shown ? unlistedFilters(shown.view) : {};
    const view = {
      ...fields,
      kind: "project",
      filters: { ...kept, ...fields.filters },
      name,
      description: described(description),
    };
    return parseJson((await at.perform(createView, { ...view, ...homeIn(whose) })).json);
  },
  says: ({ name, key }) => ({
    text: `The view ${name} is saved.`,
    undo: { action: archiveProjectView, path: projectViewPath(key) },
  }),
  then: ({ key }) => projectViewPath(key),
  home: () => newProjectViewPath,
});

/** Saves a view of projects as it is shown, in the place of what it was. */
export const saveProjectViewChanges = action({
  path: projectViewPagePath,
  button: "act=save",
  form: { query: text, version: number },
  changes,
  async does({ query: search, version }, at) {
    const { viewKey: viewId } = at.params;
    const { view: before, query } = await projectViewShown(at, { ...listAt(search), view: viewId });
    const fields = projectViewFields(query);
    const patch = { ...fields, filters: ownFilters(before, fields.filters) };
    const view = parseJson((await at.perform(updateView, { viewId, version, patch })).json);
    return { view, changed: view.version !== before.version };
  },
  says: ({ view, changed }) => saysChanged(view, changed, undoProjectViewChange),
  becomes: ({ view }) => projectViewPath(view.key),
  home: ({ viewKey }) => projectViewPath(viewKey),
});

/** What a view is narrowed by as a list says, but for its team, which is so because of whose it is. */
function ownFilters(view: View, said: Record<string, string>): Record<string, string> {
  const filters = { ...said, ...unlistedFilters(view) };
  if (view.teamId === null) return filters;
  const { teamId: _own, ...others } = filters;
  return view.filters.teamId === undefined ? others : { ...others, teamId: view.filters.teamId };
}

/** Changes what a view of projects is called and whose it is; what somebody is changing of its list goes on. */
export const editProjectView = action({
  path: projectViewEditPagePath,
  form: { ...naming, version: number },
  changes,
  async does({ name, description, whose, version }, at) {
    const { viewKey: viewId } = at.params;
    const patch = { name, description: described(description), ...homeIn(whose) };
    const view = parseJson((await at.perform(updateView, { viewId, version, patch })).json);
    return { view, changed: view.version !== version, address: goneOn(at, view, version) };
  },
  says: ({ view, changed }) => saysChanged(view, changed, undoProjectViewChange),
  becomes: ({ address }) => address,
  home: ({ viewKey }) => editViewPath({ kind: "project", key: viewKey }),
});

/** The address of a list that was begun from the version before, which goes on from the new one. */
function goneOn(at: ActionContext<Member>, { key, version }: View, before: number): string | null {
  const query = at.asking && projectQueryOf(at.asking);
  if (query?.view !== key || query.since !== String(before)) return null;
  return projectListPath({ ...query, since: String(version) });
}
