import { listPath, taskDisplayPath } from "../../../views/paths.ts";
import { DisplayMenu } from "../../../views/tasks/list_menus.tsx";
import { page } from "../page.ts";
import { queryOf } from "./list_query.ts";

/** The menu of how a list is grouped and sorted. */
export const displayMenu = page({
  path: taskDisplayPath,
  who: "members",
  layer: "menu",
  under: (url) => listPath(queryOf(url.searchParams)),
  read: ({ url }) => ({ query: queryOf(url.searchParams) }),
}).shows({ title: () => "Display", main: ({ query }) => <DisplayMenu query={query} /> });
