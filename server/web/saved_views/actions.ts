import { listPath, viewPagePath, viewPath } from "../../../views/paths.ts";
import { editViewPath, newViewPath, viewEditPagePath } from "../../../views/view_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createView } from "../../domain/saved_views/create.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { updateView } from "../../domain/saved_views/update.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { saysChanged, viewStateActions } from "./state_actions.ts";
import { number, text } from "../forms.ts";
import { filtersOf, queryOf, searchIn } from "../tasks/list_query.ts";
import { listShown } from "../tasks/list_shown.ts";
import { viewFields } from "../tasks/view_query.ts";

const changes = "page and sidebar";

/** What a view is called, what it is for, and whose it is: one's own, everybody's, a team's or a project's, by its id. */
export const naming = { name: text, description: text, whose: text };

/** Whose a view is, as a form says it. */
export function homeIn(whose: string) {
  if (whose.startsWith("team_")) return { scope: "team", teamId: whose };
  if (whose.startsWith("proj_")) return { scope: "project", projectId: whose };
  return { scope: whose || undefined };
}

/** What a view is for; nothing where that is empty. */
export const described = (description: string) => description.trim() === "" ? null : description;

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
  says: ({ view, changed }) => saysChanged(view, changed, undoChange),
  becomes: ({ address }) => address,
  home: ({ viewKey }) => editViewPath({ kind: "task", key: viewKey }),
});

/** The address of a list that was begun from the version before, which goes on from the new one. */
function goneOn(at: ActionContext<Member>, { key, version }: View, before: number): string | null {
  const query = at.asking && queryOf(searchIn(at.asking));
  if (query?.view !== key || query.since !== String(before)) return null;
  return listPath({ ...query, since: String(version) });
}

/** What is done to a view of tasks as a whole. */
export const { archive, restore, subscribe, unsubscribe, undoChange } = viewStateActions(
  viewPagePath,
  viewPath,
);

/** Saves a view as it is shown, in the place of what it was. */
export const saveChanges = action({
  path: viewPagePath,
  changes,
  home: ({ viewKey }) => viewPath(viewKey),
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
  says: ({ view, changed }) => saysChanged(view, changed, undoChange),
  becomes: ({ view }) => viewPath(view.key),
});
