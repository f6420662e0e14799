import { projectListPath } from "../../../views/project_list_paths.ts";
import { projectsPath } from "../../../views/project_paths.ts";
import { ProjectListBar, ProjectListMain } from "../../../views/projects/list.tsx";
import { textFilterId } from "../../../views/ui/text_filter.tsx";
import { page } from "../page.ts";
import { projectQueryOf } from "./list_query.ts";
import { readProjectListing } from "./listing.ts";

/** The projects that one sees, narrowed and grouped as the address says. */
export const projectListPage = page({
  path: projectsPath,
  who: "members",
  planning: true,
  typedInto: {
    form: textFilterId,
    address: (url) => projectListPath({ ...projectQueryOf(url), rows: undefined }),
  },
  sidebarPaths: () => [projectsPath],
  read: async (at) => ({
    title: "Projects",
    ...await readProjectListing(at, projectQueryOf(at.url)),
  }),
}).shows({
  title: ({ title }) => title,
  bar: (listing) => <ProjectListBar {...listing} />,
  main: (listing) => <ProjectListMain {...listing} />,
  live: () => ["projects"],
});
