import { listPath, taskColumnPath, taskDisplayPath } from "../../../views/paths.ts";
import { ColumnMenu } from "../../../views/tasks/column_menu.tsx";
import { shownGrouping } from "../../../views/tasks/grouping.ts";
import { DisplayMenu } from "../../../views/tasks/list_menus.tsx";
import { page } from "../page.ts";
import { queryOf } from "./list_query.ts";
import { listShown } from "./list_shown.ts";

const under = (url: URL) => listPath(queryOf(url.searchParams));

/** The menu of a list's display options. */
export const displayMenu = page({
  path: taskDisplayPath,
  who: "members",
  layer: "menu",
  under,
  read: async (at) => ({ ...await listShown(at), begun: at.viewer.preferences }),
}).shows({ title: () => "Display", main: (props) => <DisplayMenu {...props} /> });

/** The menu of a board's column. */
export const columnMenu = page({
  path: taskColumnPath,
  who: "members",
  layer: "menu",
  under,
  read({ url: { searchParams } }) {
    const query = queryOf(searchParams);
    const key = searchParams.get("of") ?? "none";
    return { query, by: shownGrouping(query), key, name: searchParams.get("heading") ?? "" };
  },
}).shows({ title: () => "Column", main: (props) => <ColumnMenu {...props} /> });
