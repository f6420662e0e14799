import { listPath, taskDisplayPath } from "../../../views/paths.ts";
import { DisplayMenu } from "../../../views/tasks/list_menus.tsx";
import { page } from "../page.ts";
import { lookOf } from "./list_look.ts";
import { queryOf } from "./list_query.ts";

/** The menu of how a list is grouped, sorted and shown. */
export const displayMenu = page({
  path: taskDisplayPath,
  who: "members",
  layer: "menu",
  under: (url) => listPath(queryOf(url.searchParams)),
  async read(at) {
    const query = queryOf(at.url.searchParams);
    return { query, look: await lookOf(at, query) };
  },
}).shows({ title: () => "Display", main: (props) => <DisplayMenu {...props} /> });
