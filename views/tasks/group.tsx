import type { Child } from "hono/jsx";
import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import type { Priority, TaskStatus } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { composePath, type ListQuery } from "../paths.ts";
import { Avatar, Unassigned } from "../ui/avatar.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { composeInGroup } from "./compose_defaults.ts";
import { type More, MoreLink } from "./more.tsx";

/** Tasks that have something in common. */
export interface ListGroup {
  by: TaskGrouping;
  /** A status, a priority, an assignee's, project's or label's id, `none`, or `all`. */
  key: string;
  /** How the group is called. */
  name: string;
  count: number;
  /** Whether there are more than were counted. */
  countedOut: boolean;
  color?: string | undefined;
  /** The rows that are shown at first, and how many they are. */
  rows: Child;
  shown: number;
  /** Where the rest is, if there is a rest. */
  more: More | null;
}

/** One group of a list: a header that folds, its rows, and the way to more of them. */
export function GroupSection({ group, query, folded }: {
  group: ListGroup;
  query: ListQuery;
  folded: boolean;
}) {
  const count = group.countedOut ? `${group.count}+` : String(group.count);
  const rows = (
    <ul class="rows">
      {group.rows}
      {group.more && (
        <MoreLink
          more={group.more}
          text={group.shown === 0
            ? `Show ${count} ${group.count === 1 ? "task" : "tasks"}`
            : "Show more"}
          name={group.name}
        />
      )}
    </ul>
  );
  if (group.by === "none") return rows;
  return (
    <section class="group" id={`group-${group.key}`} data-by={group.by}>
      <input type="checkbox" class="group-select" aria-label={`Select all in ${group.name}`} />
      <details open={!folded}>
        <summary class="group-head">
          <span class="group-fold">
            <Icon name="chevron-down" />
          </span>
          <GroupMark group={group} />
          <h2>{group.name}</h2>
          <span class="group-count number">
            {count}
            <span class="unseen">{group.count === 1 ? " task" : " tasks"}</span>
          </span>
        </summary>
        {rows}
      </details>
      <a
        class="button group-add"
        data-kind="quiet"
        data-shape="icon"
        href={composePath(composeInGroup(query, group.by, group.key))}
        data-compose
        aria-label={`New task in ${group.name}`}
      >
        <Icon name="plus" />
      </a>
    </section>
  );
}

/** What a group is told by at a glance. */
export function GroupMark({ group }: { group: ListGroup }): Child {
  switch (group.by) {
    case "status":
      return <StatusMark status={group.key as TaskStatus} />;
    case "priority":
      return <PriorityMark priority={group.key as Priority} />;
    case "assignee":
      return group.key === "none" ? <Unassigned /> : <Avatar person={group} />;
    case "project":
      return <Icon name="project" />;
    case "label":
      return <span class="dot" data-color={group.color} aria-hidden="true"></span>;
    case "none":
      return null;
  }
}
