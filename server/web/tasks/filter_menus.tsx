import {
  filterOperatorPath,
  filterValuesPath,
  listPath,
  taskFilterPath,
} from "../../../views/paths.ts";
import { type FilterField, filterFields } from "../../../views/tasks/filters/fields.ts";
import type { FilterLists } from "../../../views/tasks/filters/filter.ts";
import { FilterMenu, OperatorMenu, ValuesMenu } from "../../../views/tasks/filter_menus.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { listOpenMilestones } from "../../domain/milestones/list_open.ts";
import type { PageContext } from "../context.ts";
import { labelsOf, membersOf, projectsOf } from "../choices.ts";
import { page } from "../page.ts";
import { countsOf } from "./filter_counts.ts";
import { queryOf } from "./list_query.ts";

const under = (url: URL) => listPath(queryOf(url.searchParams));

/** The menu of what narrows a list. */
export const filterMenu = page({
  path: taskFilterPath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const query = queryOf(at.url.searchParams);
    const [lists, count] = await Promise.all([listsOf(at), countsOf(at, query)]);
    return { query, lists, count };
  },
}).shows({ title: () => "Filter", main: (props) => <FilterMenu {...props} /> });

/** The menu of how one filter compares. */
export const operatorMenu = page({
  path: filterOperatorPath,
  who: "members",
  layer: "menu",
  under,
  read: ({ url }) => ({ query: queryOf(url.searchParams), field: fieldOf(url) }),
}).shows({ title: () => "Filter", main: (props) => <OperatorMenu {...props} /> });

/** The menu of what one filter compares with. */
export const valuesMenu = page({
  path: filterValuesPath,
  who: "members",
  layer: "menu",
  under,
  read: async (at) => ({
    query: queryOf(at.url.searchParams),
    field: fieldOf(at.url),
    lists: await listsOf(at),
  }),
}).shows({ title: () => "Filter", main: (props) => <ValuesMenu {...props} /> });

/** The filter that a menu is about; that by status where its URL names none. */
function fieldOf({ searchParams }: URL): FilterField {
  return filterFields.find((field) => field === searchParams.get("of")) ?? "status";
}

async function listsOf(at: PageContext<Member>): Promise<FilterLists> {
  const [members, labels, projects, milestones, teams] = await Promise.all([
    membersOf(at),
    labelsOf(at),
    projectsOf(at),
    milestonesFor(at),
    at.teams(),
  ]);
  return { members, labels, projects, milestones, teams };
}

/** The milestones of the projects that the list is narrowed to, or of all. */
async function milestonesFor(at: PageContext<Member>) {
  const words = queryOf(at.url.searchParams).projectId?.split(",");
  const all = await at.ask(listOpenMilestones, {});
  const within = all.filter(({ project: { id, key } }) =>
    words?.some((word) => word === id || word.toUpperCase() === key)
  );
  return within.length > 0 ? within : all;
}
