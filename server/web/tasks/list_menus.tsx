import { listPath, taskDisplayPath, taskFilterPath } from "../../../views/paths.ts";
import { DisplayMenu, FilterMenu } from "../../../views/tasks/list_menus.tsx";
import { labelsOf, membersOf, projectsOf } from "../choices.ts";
import { page } from "../page.ts";
import { queryOf } from "./list_query.ts";

const listOf = (url: URL) => listPath(queryOf(url.searchParams));

/** The menu of what narrows a list. */
export const filterMenu = page({
  path: taskFilterPath,
  who: "members",
  layer: "menu",
  under: listOf,
  async read(at) {
    const [members, labels, projects, teams] = await Promise.all([
      membersOf(at),
      labelsOf(at),
      projectsOf(at),
      at.teams(),
    ]);
    return { query: queryOf(at.url.searchParams), members, labels, projects, teams };
  },
}).shows({ title: () => "Filter", main: (lists) => <FilterMenu {...lists} /> });

/** The menu of how a list is grouped and sorted. */
export const displayMenu = page({
  path: taskDisplayPath,
  who: "members",
  layer: "menu",
  under: listOf,
  read: ({ url }) => ({ query: queryOf(url.searchParams) }),
}).shows({ title: () => "Display", main: ({ query }) => <DisplayMenu query={query} /> });
