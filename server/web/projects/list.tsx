import { projectListPath, type ProjectQuery } from "../../../views/project_list_paths.ts";
import { newProjectPath, projectsPath } from "../../../views/project_paths.ts";
import { ProjectBoardMain } from "../../../views/projects/board.tsx";
import { ProjectListBar, ProjectListMain } from "../../../views/projects/list.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { withQuery } from "../../../views/paths.ts";
import { page } from "../page.ts";
import { newProject } from "./composer.tsx";
import { projectQueryOf } from "./list_query.ts";
import { readProjectListing } from "./listing.ts";

/** The projects that one sees, narrowed and grouped as the address says. */
export const projectListPage = page({
  path: projectsPath,
  who: "members",
  area: "planning",
  typedInto: {
    form: textFilterId,
    address: (url) => projectListPath({ ...projectQueryOf(url), rows: undefined }),
  },
  sidebarPaths: () => [projectsPath],
  // The palette's way to a new one
  instead: ({ url: { searchParams } }) =>
    searchParams.has("create")
      ? withQuery(newProjectPath, { name: searchParams.get("name") })
      : null,
  read: async (at) => ({
    title: "Projects",
    ...await readProjectListing(at, projectQueryOf(at.url)),
  }),
}).shows({
  title: ({ title }) => title,
  bar: (listing) => <ProjectListBar {...listing} />,
  main: (listing) =>
    listing.query.layout === "board"
      ? <ProjectBoardMain {...listing} />
      : <ProjectListMain {...listing} />,
  creates: ({ mayMake, query }) => mayMake ? newProjectFrom(query) : undefined,
  live: () => ["projects"],
});

/** The composer of a project, which starts with what each filter names alone. */
function newProjectFrom({ leadId, teamId, label, priority }: ProjectQuery) {
  const given = {
    leadId: leadId === "none" ? undefined : leadId,
    teamIds: teamId,
    labels: label,
    priority: priority?.includes(",") ? undefined : priority,
  };
  return newProject(withQuery(newProjectPath, given));
}
