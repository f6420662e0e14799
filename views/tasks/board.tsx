import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { Column } from "../parts/column.tsx";
import { columnMenuPath, composePath, type ListQuery } from "../paths.ts";
import type { TaskGrouping, TaskSort } from "../../server/domain/tasks/schema.ts";
import { composeInGroup } from "./compose_defaults.ts";
import { Chips } from "./filter_bar.tsx";
import { GroupMark, type ListGroup } from "./group.tsx";
import { HiddenColumns } from "./hidden_columns.tsx";
import { ListState, NothingListed, type TaskListProps } from "./list.tsx";
import { MoreLink } from "./more_rows.tsx";
import { whyNotPlaced } from "./order_by_hand.ts";
import { Selection } from "./selection.tsx";

/** A list's tasks in columns. `static/js/board.js` moves the focus and the cards. */
export function TaskBoardMain(listing: TaskListProps) {
  const { query, chips, groups } = listing;
  const sort = (query.sort ?? "-createdAt") as TaskSort;
  return (
    <Main kind="board" list look={listing.look} address={listing.address}>
      <ListState {...listing} />
      <Chips query={query} chips={chips} />
      {NothingListed(listing) ?? (
        <div
          class="columns"
          id="board"
          data-field={fields[groups[0]?.by ?? "none"]}
          data-sort={sortWithin(groups[0]?.by, sort)}
          data-refused={whyNotPlaced(query)}
        >
          {groups.filter(({ hidden }) => !hidden).map((group) => (
            <TaskColumn group={group} query={query} />
          ))}
          <HiddenColumns groups={groups.filter(({ hidden }) => hidden)} query={query} />
        </div>
      )}
      <Selection most={listing.mostSelected} query={query} />
    </Main>
  );
}

/** The field that a column sets on its cards. */
const fields: Record<TaskGrouping, string | undefined> = {
  status: "status",
  priority: "priority",
  assignee: "assigneeId",
  project: "projectId",
  label: "label",
  none: undefined,
};

/** Returns the order within a column. Cards of one priority that are sorted by priority are sorted by creation. */
function sortWithin(by: TaskGrouping | undefined, sort: TaskSort): TaskSort {
  if (by !== "priority") return sort;
  return sort === "-priority" ? "-createdAt" : sort === "priority" ? "createdAt" : sort;
}

/** A column: its group, its button for a new task, and its cards. */
function TaskColumn({ group, query }: { group: ListGroup; query: ListQuery }) {
  const { by, key, name, count } = group;
  return (
    <Column
      group={group}
      mark={<GroupMark group={group} />}
      counted={
        <span class="group-count number">
          <span data-count>{group.countedOut ? `${count}+` : String(count)}</span>
          <span class="unseen">{count === 1 ? " task" : " tasks"}</span>
        </span>
      }
      tools={
        <>
          {by !== "none" && (
            <a
              class="button column-menu"
              data-kind="quiet"
              data-shape="icon"
              id={`column-${key}-menu`}
              href={columnMenuPath(query, key, name)}
              data-menu="column"
              aria-label={`${name} column`}
            >
              <Icon name="ellipsis" />
            </a>
          )}
          <a
            class="button"
            data-kind="quiet"
            data-shape="icon"
            href={composePath(composeInGroup(query, group))}
            data-compose
            aria-label={`New task in ${name}`}
          >
            <Icon name="plus" />
          </a>
        </>
      }
    >
      {group.rows}
      {group.more && <MoreLink more={group.more} text="Show more" name={name} />}
    </Column>
  );
}
