import type { Child } from "hono/jsx";
import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import type { Priority, TaskStatus } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { Cut } from "../layouts/cut.ts";
import { composePath, type ListQuery } from "../paths.ts";
import { Avatar, Unassigned } from "../ui/avatar.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { composeInGroup } from "./compose_defaults.ts";
import { type More, MoreLink } from "./more_rows.tsx";

/** A group of tasks. */
export interface ListGroup {
  by: TaskGrouping;
  /** A status, a priority, an assignee's, project's, or label's ID, `none`, or `all`. */
  key: string;
  /** The group's unique ID in the list: its key, preceded by the parent group's key. */
  id: string;
  /** The group's name. */
  name: string;
  count: number;
  /** Whether there are more tasks than the count. */
  countedOut: boolean;
  color?: string | undefined;
  /** The assignee's avatar data. */
  person?: Pick<ProfileRef, "kind" | "color"> | undefined;
  /** Whether the group is a hidden board column. */
  hidden?: boolean | undefined;
  /** The first rows, and their number. */
  rows: Child;
  shown: number;
  /** The link to the other rows, if any. */
  more: More | null;
  /** The subgroups, which contain the rows. */
  subgroups?: ListGroup[];
  /** The link to the whole group, if its subgroups contain only its first tasks, and their grouping. */
  rest?: { href: string; by: string } | undefined;
}

/** A group of a list: its heading, its rows or subgroups, and the link to more. */
export function GroupSection({ group, query, unmoved, folded, parent }: {
  group: ListGroup;
  query: ListQuery;
  /** Why its rows can't be moved, if they can't. */
  unmoved: string | undefined;
  /** The IDs of collapsed groups. */
  folded: readonly string[];
  /** Its parent group. */
  parent?: ListGroup;
}) {
  if (group.by === "none") return <Rows group={group} unmoved={unmoved} />;
  const count = countOf(group);
  const name = parent ? `${group.name} in ${parent.name}` : group.name;
  const Heading = parent ? "h3" : "h2";
  return (
    <>
      {!parent && Cut}
      <section
        class={parent ? "group subgroup" : "group"}
        id={`group-${group.id}`}
        data-by={group.by}
      >
        <input type="checkbox" class="group-select" aria-label={`Select all in ${name}`} />
        <details open={!folded.includes(group.id)}>
          <summary class="group-head">
            <span class="group-fold">
              <Icon name="chevron-down" />
            </span>
            <GroupMark group={group} />
            <Heading>{group.name}</Heading>
            <span class="group-count number">
              {count}
              <span class="unseen">{group.count === 1 ? " task" : " tasks"}</span>
            </span>
          </summary>
          {group.subgroups
            ? group.subgroups.map((one) => (
              <GroupSection
                group={one}
                query={query}
                unmoved={unmoved}
                folded={folded}
                parent={group}
              />
            ))
            : <Rows group={group} unmoved={unmoved} />}
          {group.rest && (
            <p class="more">
              <a href={group.rest.href}>
                {`Show all tasks in ${group.name} by ${group.rest.by}`}
              </a>
            </p>
          )}
        </details>
        <a
          class="button group-add"
          data-kind="quiet"
          data-shape="icon"
          href={composePath(composeInGroup(query, ...(parent ? [parent] : []), group))}
          data-compose
          aria-label={`New task in ${name}`}
        >
          <Icon name="plus" />
        </a>
      </section>
    </>
  );
}

function countOf({ count, countedOut }: ListGroup): string {
  return countedOut ? `${count}+` : String(count);
}

function Rows({ group, unmoved }: { group: ListGroup; unmoved: string | undefined }) {
  const { rows, more, shown, count, name } = group;
  const all = `Show ${countOf(group)} ${count === 1 ? "task" : "tasks"}`;
  return (
    <ul
      class="rows"
      x-ignore
      data-moves={unmoved === undefined ? "" : undefined}
      data-refused={unmoved}
    >
      {rows}
      {more && <MoreLink more={more} text={shown === 0 ? all : "Show more"} name={name} />}
    </ul>
  );
}

/** The icon of a group. */
export function GroupMark({ group }: { group: ListGroup }): Child {
  switch (group.by) {
    case "status":
      return <StatusMark status={group.key as TaskStatus} />;
    case "priority":
      return <PriorityMark priority={group.key as Priority} />;
    case "assignee":
      return group.key === "none"
        ? <Unassigned />
        : <Avatar person={{ color: null, ...group.person, name: group.name }} />;
    case "project":
      return <Icon name="project" />;
    case "label":
      return <span class="dot" data-color={group.color} aria-hidden="true"></span>;
    case "none":
      return null;
  }
}
