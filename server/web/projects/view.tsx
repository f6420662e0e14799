import { projectViewPagePath, projectViewsPath } from "../../../views/project_paths.ts";
import { projectListPath } from "../../../views/project_list_paths.ts";
import { ProjectBoardMain } from "../../../views/projects/board.tsx";
import { ProjectListBar, ProjectListMain } from "../../../views/projects/list.tsx";
import { projectListWords } from "../../../views/projects/list_words.ts";
import { ViewActionsMenu } from "../../../views/saved_views/actions_menu.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { projectViewActionsPagePath, saveProjectViewPath } from "../../../views/view_paths.ts";
import { isViewEditor } from "../../domain/saved_views/read.ts";
import type { Member } from "../../domain/core/actor.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { ownerAndScopeOf } from "../saved_views/owner_and_scope.ts";
import { projectQueryOf } from "./list_query.ts";
import { projectChipsOf, readProjectListing } from "./listing.ts";
import {
  type ProjectViewShown,
  projectViewShown,
  savedProjectQuery,
  unlistedFilters,
} from "./view_query.ts";

/** A saved view of projects: the list that it is, to be used and changed like any other. */
export const projectViewPage = page({
  path: projectViewPagePath,
  who: "members",
  area: "planning",
  typedInto: {
    form: textFilterId,
    address: (url) => projectListPath({ ...projectQueryOf(url), rows: undefined }),
  },
  sidebarPaths: ({ pathname }) => [pathname, projectViewsPath],
  async read(at) {
    const shown = await projectViewShown(at, projectQueryOf(at.url));
    const { view, query, edited, address } = shown;
    const [listing, favorites, saved] = await Promise.all([
      readProjectListing(at, query, unlistedFilters(view)),
      at.favorites(),
      savedBeside(at, shown),
    ]);
    const on = favorites.some(({ id }) => id === view.id);
    return {
      ...listing,
      title: view.name,
      address,
      favorite: view.archivedAt ? null : { kind: "view", id: view.key, on } as const,
      shown: { view, edited, saved, mayChange: isViewEditor(at.viewer, view.ownerId) },
    };
  },
}).shows({
  title: ({ title }) => title,
  bar: (listing) => <ProjectListBar {...listing} />,
  main: (listing) =>
    listing.query.layout === "board"
      ? <ProjectBoardMain {...listing} />
      : <ProjectListMain {...listing} />,
  live: ({ shown: { view } }) => ["projects", "favorites", "views", `view:${view.id}`],
});

/** What a view is saved as, in words, beside what was begun before that. */
async function savedBeside(at: PageContext<Member>, { view, stale }: ProjectViewShown) {
  if (!stale) return null;
  const query = savedProjectQuery(view);
  return projectListWords(query, await projectChipsOf(at, query));
}

/** Everything that one can do with a view of projects. */
export const projectViewActionsMenu = page({
  path: projectViewActionsPagePath,
  who: "members",
  layer: "menu",
  under: (_url, { viewKey }) => projectListPath({ view: viewKey }),
  async read(at) {
    const { viewKey } = at.params;
    const asked = at.asking ? projectQueryOf(at.asking) : {};
    const { view, query } = await projectViewShown(
      at,
      asked.view === viewKey ? asked : { view: viewKey },
    );
    const [whose, favorites] = await Promise.all([ownerAndScopeOf(at, [view]), at.favorites()]);
    return {
      view,
      saveAs: saveProjectViewPath(query),
      editable: isViewEditor(at.viewer, view.ownerId),
      favorite: favorites.some(({ id }) => id === view.id),
      ...whose(view),
    };
  },
}).shows({
  title: ({ view }) => `Actions on ${view.name}`,
  main: (props) => <ViewActionsMenu {...props} />,
});
