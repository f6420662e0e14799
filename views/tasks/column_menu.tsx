import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { composePath, type ListQuery, taskDisplayPath } from "../paths.ts";
import { Menu } from "../ui/menu.tsx";
import { composeInGroup } from "./compose_defaults.ts";
import { columnKey } from "./grouping.ts";
import { searchOf } from "./list_search.ts";

export interface BoardColumn {
  query: ListQuery;
  by: TaskGrouping;
  key: string;
  name: string;
}

/** The menu of actions on a column of a board. */
export function ColumnMenu({ query, by, key, name }: BoardColumn) {
  return (
    <Menu
      name={`${name} column`}
      action={taskDisplayPath}
      along={{ query: searchOf(query), heading: name }}
      next={`#show-${key}`}
      groups={[{
        choices: [
          {
            name: "Create task in this column",
            icon: <Icon name="plus" />,
            href: composePath(composeInGroup(query, { by, key })),
            composes: true,
          },
          {
            name: "Hide column",
            icon: <Icon name="eye-off" />,
            send: { name: "hideColumn", value: columnKey(by, key) },
          },
        ],
      }]}
    />
  );
}
