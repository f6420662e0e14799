import { projectViewPagePath, projectViewsPath } from "../../../views/project_paths.ts";
import { projectListPath } from "../../../views/project_list_paths.ts";
import { ProjectBoardMain } from "../../../views/projects/board.tsx";
import { ProjectListBar, ProjectListMain } from "../../../views/projects/list.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { isViewEditor } from "../../domain/saved_views/read.ts";
import { page } from "../page.ts";
import { unlisted } from "../saved_views/views_of.ts";
import { projectQueryOf } from "./list_query.ts";
import { readProjectListing } from "./listing.ts";
import { projectViewShown } from "./view_query.ts";
import { projectViews } from "./views.ts";

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
    const { view, query, edited, stale, address } = shown;
    const [listing, favorites, saved] = await Promise.all([
      readProjectListing(at, query, unlisted(projectViews, view)),
      at.favorites(),
      stale ? projectViews.inWords(at, [view]) : [],
    ]);
    const on = favorites.some(({ id }) => id === view.id);
    return {
      ...listing,
      title: view.name,
      address,
      favorite: view.archivedAt ? null : { kind: "view", id: view.key, on } as const,
      shown: {
        view,
        edited,
        saved: saved[0] ?? null,
        mayChange: isViewEditor(at.viewer, view.ownerId),
      },
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
