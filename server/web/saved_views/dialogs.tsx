import { onlyRecord } from "../../../views/paths.ts";
import { editViewPath, savedViewPath } from "../../../views/view_paths.ts";
import { ViewActionsMenu } from "../../../views/saved_views/actions_menu.tsx";
import { ViewForm } from "../../../views/saved_views/form.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findView } from "../../domain/saved_views/list.ts";
import { isViewEditor, requireViewEditor } from "../../domain/saved_views/read.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { projectsOf } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import type { viewActions } from "./actions.ts";
import { ownerAndScopeOf } from "./owner_and_scope.ts";
import { type ListAddress, listNamed, viewAt, type ViewsOf } from "./views_of.ts";

/** Creates the dialogs and menus of views of tasks or projects. */
export function viewDialogs<Q extends ListAddress>(
  of: ViewsOf<Q>,
  { saveView, editView }: Pick<ReturnType<typeof viewActions<Q>>, "saveView" | "editView">,
) {
  const { kind, paths } = of;
  const ofView = {
    who: "members",
    layer: "menu",
    under: (_url: URL, { viewKey }: { viewKey: string }) => savedViewPath({ kind, key: viewKey }),
  } as const;

  /** Saves a list as a view. */
  const newViewPage = page({
    path: paths.made,
    who: "members",
    layer: "menu",
    under: (url) => of.listPath(of.asked(url)),
    async read(at) {
      const { query, view } = await of.shown(at, at.url);
      const scopes = await scopesOf(at, kind, onlyRecord(query.projectId));
      const given = {
        name: at.url.searchParams.get("name") ?? "",
        description: view?.description ?? "",
        whose: view ? "personal" : whoseList(query, scopes),
      };
      return { query, given, scopes };
    },
  }).shows({
    title: () => "Save view",
    main({ refused, query, given, scopes }) {
      const form = refused(saveView);
      return (
        <ViewForm
          id="new-view"
          title={kind === "project" ? "Save as a project view" : "Save as a view"}
          action={paths.made}
          keeps={kind === "project" ? "project view:new" : "view:new"}
          submit="Save view"
          scopes={scopes}
          values={form?.values ?? given}
          errors={form?.errors ?? {}}
          error={form?.rest}
          along={{ query: form?.values.query ?? of.searchOf(query) }}
        />
      );
    },
  });

  /** Edits a view's name, description, and scope. */
  const editViewPage = page({
    ...ofView,
    path: paths.edit,
    async read(at) {
      const found = await at.ask(findView, { viewId: at.params.viewKey });
      requireViewEditor(at.viewer, found);
      const view = parseJson(found.json);
      return { view, scopes: await scopesOf(at, kind, view.projectId) };
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
          submit="Save view"
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

  /** The menu of a view's actions. */
  const viewActionsMenu = page({
    ...ofView,
    path: paths.actions,
    async read(at) {
      const { viewKey } = at.params;
      const isAsking = at.asking !== null && of.asked(at.asking).view === viewKey;
      const url = isAsking ? at.asking! : listNamed("", viewKey);
      const { view, query } = await viewAt(of, at, url);
      const [whose, favorites] = await Promise.all([ownerAndScopeOf(at, [view]), at.favorites()]);
      return {
        view,
        saveAs: of.savePath(query),
        editable: isViewEditor(at.viewer, view.ownerId),
        favorite: favorites.some(({ id }) => id === view.id),
        ...whose(view),
      };
    },
  }).shows({
    title: ({ view }) => `Actions on ${view.name}`,
    main: (props) => <ViewActionsMenu {...props} />,
  });

  return { newViewPage, editViewPage, viewActionsMenu };
}

/**
 * Returns a view's possible scopes besides personal and workspace. A view of projects gets the scope project only if it
 * has it already.
 * @param named a project to include in any case
 */
async function scopesOf(
  at: PageContext<Member>,
  kind: View["kind"],
  named: string | null | undefined,
) {
  const [teams, { records: projects }] = await Promise.all([
    at.teams(),
    kind === "task" || named ? projectsOf(at, { named: [named] }) : { records: [] },
  ]);
  return { workspace: at.viewer.workspace.name, teams, projects };
}

/** Returns the default scope of a list's view: its team or project, or personal. */
function whoseList(
  query: ListAddress,
  { teams, projects }: Awaited<ReturnType<typeof scopesOf>>,
): string {
  const among = (all: readonly { id: string; key: string }[], word: string | undefined) =>
    all.find(({ id, key }) => id === word || key === word?.toUpperCase())?.id;
  return among(projects, onlyRecord(query.projectId)) ?? among(teams, onlyRecord(query.teamId)) ??
    "personal";
}
