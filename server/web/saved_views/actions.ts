import { listPath, viewPagePath, viewPath } from "../../../views/paths.ts";
import { editViewPath, newViewPath, viewEditPagePath } from "../../../views/view_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { archiveView, restoreView } from "../../domain/saved_views/archive.ts";
import { createView } from "../../domain/saved_views/create.ts";
import type { VersionedView } from "../../domain/saved_views/read.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { subscribeToView, unsubscribeFromView } from "../../domain/saved_views/subscribe.ts";
import { undoView } from "../../domain/saved_views/undo.ts";
import { updateView } from "../../domain/saved_views/update.ts";
import { type Action, action, type ActionMessage } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { number, text } from "../forms.ts";
import { filtersOf, queryOf, searchIn } from "../tasks/list_query.ts";
import { listShown } from "../tasks/list_shown.ts";
import { viewFields } from "../tasks/view_query.ts";

const changes = "page and sidebar";

/** What a view is called, what it is for, and whose it is: one's own, everybody's, a team's or a project's, by its id. */
const naming = { name: text, description: text, whose: text };

/** Whose a view is, as a form says it. */
function homeIn(whose: string) {
  if (whose.startsWith("team_")) return { scope: "team", teamId: whose };
  if (whose.startsWith("proj_")) return { scope: "project", projectId: whose };
  return { scope: whose || undefined };
}

const described = (description: string) => description.trim() === "" ? null : description;

/** Saves a list as it is shown as a new view, and leads there. */
export const saveView = action({
  path: newViewPath,
  form: { ...naming, query: text },
  changes,
  leads: true,
  async does({ name, description, whose, query: search }, at) {
    const { query, look, shown } = await listShown(at, new URLSearchParams(search));
    const kept = shown ? unlisted(shown.view) : {};
    const fields = viewFields(query, look);
    const filters = { ...kept, ...fields.filters };
    const view = { ...fields, filters, name, description: described(description) };
    return parseJson((await at.perform(createView, { ...view, ...homeIn(whose) })).json);
  },
  says: ({ name, key }) => ({
    text: `The view ${name} is saved.`,
    undo: { action: archive, path: viewPath(key) },
  }),
  then: ({ key }) => viewPath(key),
  home: () => newViewPath,
});

/** What a view is narrowed by as a list says, but for what is so because of whose the view is: that stays as it was. */
function ownFilters(view: View, said: Record<string, string>): Record<string, string> {
  const filters = { ...said, ...unlisted(view) };
  for (const name of ["teamId", "projectId"] as const) {
    const own = view.filters[name];
    if (view[name] === null) continue;
    if (own === undefined) delete filters[name];
    else filters[name] = own;
  }
  return filters;
}

/** What a view is narrowed by that lists don't know. */
function unlisted({ filters }: View): Record<string, string> {
  const known = filtersOf(queryOf(new URLSearchParams(filters)));
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !(name in known)));
}

/** Changes what a view is called and whose it is. What somebody is changing of its list meanwhile goes on. */
export const editView = action({
  path: viewEditPagePath,
  form: { ...naming, version: number },
  changes,
  async does({ name, description, whose, version }, at) {
    const { viewKey: viewId } = at.params;
    const patch = { name, description: described(description), ...homeIn(whose) };
    const view = parseJson((await at.perform(updateView, { viewId, version, patch })).json);
    return { view, changed: view.version !== version, address: goneOn(at, view, version) };
  },
  says: ({ view, changed }) => saysChanged(view, changed),
  becomes: ({ address }) => address,
  home: ({ viewKey }) => editViewPath(viewKey),
});

/** The address of a list that was begun from the version before, which goes on from the new one. */
function goneOn(at: ActionContext<Member>, { key, version }: View, before: number): string | null {
  const query = at.asking && queryOf(searchIn(at.asking));
  if (query?.view !== key || query.since !== String(before)) return null;
  return listPath({ ...query, since: String(version) });
}

const onView = {
  path: viewPagePath,
  changes,
  home: ({ viewKey }: { viewKey: string }) => viewPath(viewKey),
} as const;

/** Saves a view as it is shown, in the place of what it was. */
export const saveChanges = action({
  ...onView,
  button: "act=save",
  form: { query: text, version: number },
  async does({ query: search, version }, at) {
    const { viewKey: viewId } = at.params;
    const asked = new URLSearchParams(search);
    asked.set("view", viewId);
    const { query, shown } = await listShown(at, asked);
    const { view: before } = shown!;
    const fields = viewFields(query);
    const patch = { ...fields, filters: ownFilters(before, fields.filters) };
    const view = parseJson((await at.perform(updateView, { viewId, version, patch })).json);
    return { view, changed: view.version !== before.version };
  },
  says: ({ view, changed }) => saysChanged(view, changed),
  becomes: ({ view }) => viewPath(view.key),
});

function saysChanged({ name, key }: View, changed: boolean): ActionMessage {
  if (!changed) return { text: `${name} is as it was.` };
  return { text: `${name} is saved.`, undo: { action: undoChange, path: viewPath(key) } };
}

/** Takes back the last that one changed of a view. */
export const undoChange = action({
  ...onView,
  button: "act=undo",
  form: {},
  does: (_form, at) => at.perform(undoView, { viewId: at.params.viewKey }),
  says: (view) => ({ text: `${nameOf(view)} is as it was.` }),
});

export const archive: Action = action({
  ...onView,
  button: "act=archive",
  form: {},
  does: (_form, at) => at.perform(archiveView, { viewId: at.params.viewKey }),
  says: (view, _form, { params }) => ({
    text: `The view ${nameOf(view)} is archived.`,
    undo: { action: restore, path: viewPath(params.viewKey) },
  }),
});

export const restore: Action = action({
  ...onView,
  button: "act=restore",
  form: {},
  does: (_form, at) => at.perform(restoreView, { viewId: at.params.viewKey }),
  says: (view, _form, { params }) => ({
    text: `The view ${nameOf(view)} is back.`,
    undo: { action: archive, path: viewPath(params.viewKey) },
  }),
});

export const subscribe: Action = action({
  ...onView,
  button: "act=subscribe",
  changes: "page",
  form: {},
  does: (_form, at) => at.perform(subscribeToView, { viewId: at.params.viewKey }),
  says: (view, _form, { params }) => ({
    text: `You hear of what comes into ${nameOf(view)}.`,
    undo: { action: unsubscribe, path: viewPath(params.viewKey) },
  }),
});

export const unsubscribe: Action = action({
  ...onView,
  button: "act=unsubscribe",
  changes: "page",
  form: {},
  does: (_form, at) => at.perform(unsubscribeFromView, { viewId: at.params.viewKey }),
  says: (view, _form, { params }) => ({
    text: `You no longer hear of what comes into ${nameOf(view)}.`,
    undo: { action: subscribe, path: viewPath(params.viewKey) },
  }),
});

const nameOf = ({ json }: VersionedView) => parseJson(json).name;
