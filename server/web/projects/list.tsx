import { projectListPath, type ProjectQuery } from "../../../views/project_list_paths.ts";
import {
  newProjectPath,
  projectsPath,
  projectViewPagePath,
  projectViewsPath,
} from "../../../views/project_paths.ts";
import { ProjectBoardMain } from "../../../views/projects/board.tsx";
import {
  ProjectListBar,
  ProjectListMain,
  type ProjectListProps,
} from "../../../views/projects/list.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { withQuery } from "../../../views/paths.ts";
import { isViewEditor } from "../../domain/saved_views/read.ts";
import { orNew, page } from "../page.ts";
import { unlisted } from "../saved_views/views_of.ts";
import { newProject } from "./composer.tsx";
import { projectQueryOf } from "./list_query.ts";
import { readProjectListing } from "./listing.ts";
import { projectViewShown } from "./view_query.ts";
import { projectViews } from "./views.ts";

const list = {
  who: "members",
  areas: ["planning", "projects"],
  typedInto: {
    form: textFilterId,
    address: (url: URL) => projectListPath({ ...projectQueryOf(url), rows: undefined }),
  },
} as const;

const mainOf = (listing: ProjectListProps) =>
  listing.query.layout === "board"
    ? <ProjectBoardMain {...listing} />
    : <ProjectListMain {...listing} />;

const shown = {
  title: ({ title }: ProjectListProps) => title,
  bar: (listing: ProjectListProps) => <ProjectListBar {...listing} />,
  creates: ({ mayMake, query }: ProjectListProps) => mayMake ? newProjectFrom(query) : undefined,
};

/** The list of projects, with the filters and grouping of the URL. */
export const projectListPage = page({
  ...list,
  path: projectsPath,
  sidebarPaths: () => [projectsPath],
  instead: orNew(newProjectPath),
  async read(at) {
    const query = projectQueryOf(at.url);
    const listing = { title: "Projects", ...await readProjectListing(at, query) };
    const what = [projectsPath, query, listing.folded];
    const draw = async () => await mainOf(listing);
    // Each typed letter searches for something else
    return { ...listing, drawn: query.q ? await draw() : await at.drawOnce(what, draw) };
  },
}).shows({
  ...shown,
  main: ({ drawn }) => drawn,
  live: () => ["projects"],
});

/** A saved view of projects. */
export const projectViewPage = page({
  ...list,
  path: projectViewPagePath,
  sidebarPaths: ({ pathname }) => [pathname, projectViewsPath],
  async read(at) {
    const { view, query, edited, stale, address } = await projectViewShown(
      at,
      projectQueryOf(at.url),
    );
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
  ...shown,
  main: mainOf,
  opens: ({ shown: { view } }) => ({ kind: "view", id: view.id }),
  live: ({ shown: { view } }) => ["projects", "favorites", "views", `view:${view.id}`],
});

/** Returns the action that creates a project with the values of single-value filters. */
export function newProjectFrom(
  { leadId, teamId, label, priority }: Pick<
    ProjectQuery,
    "leadId" | "teamId" | "label" | "priority"
  >,
) {
  const given = {
    leadId: leadId === "none" ? undefined : leadId,
    teamIds: teamId,
    labels: label,
    priority: priority?.includes(",") ? undefined : priority,
  };
  return newProject(withQuery(newProjectPath, given));
}
