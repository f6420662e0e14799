import { listPath, type ListQuery, onlyRecord, viewPath } from "../../../views/paths.ts";
import {
  editViewPath,
  newViewPath,
  saveViewPath,
  viewActionsPagePath,
  viewEditPagePath,
} from "../../../views/view_paths.ts";
import { ViewActionsMenu } from "../../../views/saved_views/actions_menu.tsx";
import { ViewForm } from "../../../views/saved_views/form.tsx";
import { searchOf } from "../../../views/tasks/list_search.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findView } from "../../domain/saved_views/list.ts";
import { isViewEditor, requireViewEditor } from "../../domain/saved_views/read.ts";
import { projectsOf } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { queryOf, searchIn } from "../tasks/list_query.ts";
import { listShown } from "../tasks/list_shown.ts";
import { editView, saveView } from "./actions.ts";
import { ownerAndScopeOf } from "./owner_and_scope.ts";

/** Saves a list as a view. */
export const newViewPage = page({
  path: newViewPath,
  who: "members",
  layer: "menu",
  under: ({ searchParams }) => listPath(queryOf(searchParams)),
  async read(at) {
    const { searchParams } = at.url;
    const { query, shown } = await listShown(at, searchParams);
    const scopes = await scopesOf(at, onlyRecord(query.projectId));
    const name = searchParams.get("name") ?? "";
    const given = shown
      ? { name, description: shown.view.description ?? "", whose: "personal" }
      : { name, description: "", whose: whoseList(query, scopes) };
    return { query, given, scopes };
  },
}).shows({
  title: () => "Save view",
  main({ refused, query, given, scopes }) {
    const form = refused(saveView);
    return (
      <ViewForm
        id="new-view"
        title="Save as a view"
        action={newViewPath}
        keeps="view:new"
        submit="Save view"
        scopes={scopes}
        values={form?.values ?? given}
        errors={form?.errors ?? {}}
        error={form?.rest}
        along={{ query: form?.values.query ?? searchOf(query) }}
      />
    );
  },
});

/** Changes what a view is called and whose it is. */
export const editViewPage = page({
  path: viewEditPagePath,
  who: "members",
  layer: "menu",
  under: (_url, { viewKey }) => viewPath(viewKey),
  async read(at) {
    const found = await at.ask(findView, { viewId: at.params.viewKey });
    requireViewEditor(at.viewer, found);
    const view = parseJson(found.json);
    return { view, scopes: await scopesOf(at, view.projectId) };
  },
}).shows({
  title: ({ view }) => `Edit ${view.name}`,
  main({ refused, view, scopes }) {
    const form = refused(editView);
    const { id, name, description, teamId, projectId, scope, version } = view;
    const given = { name, description: description ?? "", whose: teamId ?? projectId ?? scope };
    return (
      <ViewForm
        id="edit-view"
        title="Edit view"
        action={editViewPath(view)}
        keeps={`${id}:view`}
        submit="Save"
        scopes={scopes}
        values={form?.values ?? given}
        errors={form?.errors ?? {}}
        error={form?.rest}
        along={{ version: String(version) }}
        saved={form?.status === 412 ? given : undefined}
      />
    );
  },
});

/** Everything that one can do with a view. */
export const viewActionsMenu = page({
  path: viewActionsPagePath,
  who: "members",
  layer: "menu",
  under: (_url, { viewKey }) => viewPath(viewKey),
  async read(at) {
    const { viewKey } = at.params;
    const asked = at.asking && queryOf(searchIn(at.asking));
    const search = asked?.view === viewKey
      ? searchIn(at.asking!)
      : new URLSearchParams({ view: viewKey });
    const { query, shown } = await listShown(at, search);
    const { view } = shown!;
    const [whose, favorites] = await Promise.all([ownerAndScopeOf(at, [view]), at.favorites()]);
    return {
      view,
      saveAs: saveViewPath(query),
      editable: isViewEditor(at.viewer, view.ownerId),
      favorite: favorites.some(({ id }) => id === view.id),
      ...whose(view),
    };
  },
}).shows({
  title: ({ view }) => `Actions on ${view.name}`,
  main: (props) => <ViewActionsMenu {...props} />,
});

/** Whose a view can be, besides one's own and everybody's. @param named the project that is offered in any case */
export async function scopesOf(at: PageContext<Member>, named: string | null | undefined) {
  const [teams, { records: projects }] = await Promise.all([
    at.teams(),
    projectsOf(at, { named: [named] }),
  ]);
  return { workspace: at.viewer.workspace.name, teams, projects };
}

/** Whose a view of a list is, unless one says otherwise: that of its team or project, or one's own. */
function whoseList(
  query: ListQuery,
  { teams, projects }: Awaited<ReturnType<typeof scopesOf>>,
): string {
  const among = (all: readonly { id: string; key: string }[], word: string | undefined) =>
    all.find(({ id, key }) => id === word || key === word?.toUpperCase())?.id;
  return among(projects, onlyRecord(query.projectId)) ?? among(teams, onlyRecord(query.teamId)) ??
    "personal";
}
