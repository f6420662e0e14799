import { editViewPath, savedViewPath } from "../../../views/view_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createView } from "../../domain/saved_views/create.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { updateView } from "../../domain/saved_views/update.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { number, text } from "../forms.ts";
import { describeSavedView, viewStateActions } from "./state_actions.ts";
import { type ListAddress, listNamed, unlisted, viewAt, type ViewsOf } from "./views_of.ts";

const changes = "page and sidebar";

/** The name, description, and scope of a view. The scope is personal, workspace, or the ID of a team or project. */
const naming = { name: text, description: text, whose: text };

/** Creates the actions for views of tasks or projects. */
export function viewActions<Q extends ListAddress>(of: ViewsOf<Q>) {
  const { kind, paths } = of;
  const pathOf = (key: string) => savedViewPath({ kind, key });
  const whole = viewStateActions(paths.page, pathOf);

  /** Saves the shown list as a new view, and opens it. */
  const saveView = action({
    path: paths.made,
    form: { ...naming, query: text },
    changes,
    leads: true,
    async does({ name, description, whose, query: search }, at) {
      const { view: shown, kept } = await of.shown(at, listNamed(search));
      const fields = kept(true);
      const view = {
        ...fields,
        kind,
        filters: { ...(shown ? unlisted(of, shown) : {}), ...fields.filters },
        name,
        description: described(description),
      };
      return parseJson((await at.perform(createView, { ...view, ...homeIn(whose) })).json);
    },
    says: ({ name, key }) => ({
      text: `${name} saved`,
      undo: { action: whole.archive, path: pathOf(key) },
    }),
    then: ({ key }) => pathOf(key),
    home: () => paths.made,
  });

  /** Saves the shown list as the new version of its view. */
  const saveChanges = action({
    path: paths.page,
    button: "act=save",
    form: { query: text, version: number },
    changes,
    async does({ query: search, version }, at) {
      const { viewKey: viewId } = at.params;
      const { view: before, kept } = await viewAt(of, at, listNamed(search, viewId));
      const fields = kept(false);
      const patch = { ...fields, filters: ownFilters(before, fields.filters) };
      const view = parseJson((await at.perform(updateView, { viewId, version, patch })).json);
      return { view, changed: view.version !== before.version };
    },
    says: ({ view, changed }) => describeSavedView(view, changed, whole.undoChange),
    becomes: ({ view }) => savedViewPath(view),
    home: ({ viewKey }) => pathOf(viewKey),
  });

  /** Changes a view's name, description, and scope. Unsaved changes to its list are kept. */
  const editView = action({
    path: paths.edit,
    form: { ...naming, version: number },
    changes,
    async does({ name, description, whose, version }, at) {
      const { viewKey: viewId } = at.params;
      const patch = { name, description: described(description), ...homeIn(whose) };
      const view = parseJson((await at.perform(updateView, { viewId, version, patch })).json);
      return { view, changed: view.version !== version, address: goneOn(at, view, version) };
    },
    says: ({ view, changed }) => describeSavedView(view, changed, whole.undoChange),
    becomes: ({ address }) => address,
    home: ({ viewKey }) => editViewPath({ kind, key: viewKey }),
  });

  /** Returns the filters of a list, with the view's scope filters unchanged. */
  function ownFilters(view: View, said: Record<string, string>): Record<string, string> {
    const filters = { ...said, ...unlisted(of, view) };
    for (const name of ["teamId", "projectId"] as const) {
      const own = view.filters[name];
      if (view[name] === null) continue;
      if (own === undefined) delete filters[name];
      else filters[name] = own;
    }
    return filters;
  }

  /** Returns the URL of a list with unsaved changes, based on the view's new version. */
  function goneOn(at: ActionContext<Member>, { key, version }: View, before: number) {
    const query = at.asking && of.asked(at.asking);
    if (query?.view !== key || query.since !== String(before)) return null;
    return of.listPath({ ...query, since: String(version) });
  }

  return { ...whole, saveView, saveChanges, editView };
}

/** Returns a view's scope from a form. */
function homeIn(whose: string) {
  if (whose.startsWith("team_")) return { scope: "team", teamId: whose };
  if (whose.startsWith("proj_")) return { scope: "project", projectId: whose };
  return { scope: whose || undefined };
}

/** Returns the description, or null if it is empty. */
const described = (description: string) => description.trim() === "" ? null : description;
