import {
  projectDisplayPath,
  projectFilterFields,
  projectFilterPath,
  projectListPath,
} from "../../../views/project_list_paths.ts";
import { ProjectDisplayMenu, ProjectFilterMenu } from "../../../views/projects/list_menus.tsx";
import { listProjectLabels } from "../../domain/project_labels/list.ts";
import { membersOf, searchTextIn } from "../choices.ts";
import { page } from "../page.ts";
import { projectQueryOf } from "./list_query.ts";

const under = (url: URL) => projectListPath(projectQueryOf(url));

/** The menu of all filters of a project list, or of one filter. */
export const projectFilterMenu = page({
  path: projectFilterPath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const query = projectQueryOf(at.url);
    const q = searchTextIn(at.url, "find");
    const of = projectFilterFields.find((one) => one === at.url.searchParams.get("of"));
    const named = [query.leadId, query.memberId];
    const [{ records: people, more }, teams, labels] = await Promise.all([
      membersOf(at, { q, named }),
      at.teams(),
      at.askAll(listProjectLabels),
    ]);
    return { query, of, q, lists: { people, more: more || q !== "", teams, labels } };
  },
}).shows({ title: () => "Filter", main: (props) => <ProjectFilterMenu {...props} /> });

/** The menu of a project list's layout, grouping, and sorting. */
export const projectDisplayMenu = page({
  path: projectDisplayPath,
  who: "members",
  layer: "menu",
  under,
  read: ({ url }) => ({ query: projectQueryOf(url) }),
}).shows({ title: () => "Display", main: (props) => <ProjectDisplayMenu {...props} /> });
