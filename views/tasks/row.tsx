import type { Child } from "hono/jsx";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { taskPath } from "../paths.ts";
import type { PageClock } from "../ui/time.tsx";
import { properties } from "./properties/all.ts";
import type { Property } from "./properties/property.ts";
import { SelectBox } from "./selection.tsx";

const { priority, status, project, labels, deadline, assignee } = properties;

/** The properties after a row's title and at a card's foot. */
const behindTitle = [project, labels, deadline] satisfies Property[];

/** Renders those properties. They are called as functions instead of created as elements: see `TaskRow`. */
export function behindTitleOf(task: Task, href: string, clock: PageClock): Child[] {
  return behindTitle.map(({ row }) => row(task, href, clock));
}

/** Adds the group to a row's ID, because a task can be in several groups. */
export function rowInGroup(row: string, key: string): string {
  return row.replace(' id="row-', ` id="row-${key}-`);
}

/** The button that opens a task in the panel. The keyboard has a shortcut for it. */
export function PeekButton(href: string) {
  return (
    <a
      class="row-mark row-peek"
      href={href}
      data-peek
      tabindex={-1}
      aria-label="Peek"
      title="Peek (Space)"
    >
      {Icon({ name: "panel-right" })}
    </a>
  );
}

/** Marks an archived task and offers to restore it. */
export function ArchivedMark({ archivedAt, title }: Task, href: string): Child {
  if (archivedAt === null) return null;
  return (
    <>
      <span class="badge">Archived</span>
      <form method="post" action={href} hx-post={href} data-next="here">
        <button
          type="submit"
          class="row-mark"
          name="act"
          value="restore"
          aria-label={`Restore ${title}`}
          title="Restore"
        >
          {Icon({ name: "restore" })}
        </button>
      </form>
    </>
  );
}

/** The link to the menu of all actions on a task. */
export function ActionsLink(href: string) {
  return (
    <a
      class="row-mark row-actions"
      href={`${href}/actions`}
      data-menu="actions"
      aria-label="More actions"
    >
      {Icon({ name: "ellipsis" })}
    </a>
  );
}

/**
 * A task in a list. Its icons open menus, which load on demand. Its parts are called as functions instead of created as
 * elements, because a page has many rows and an element costs more than the icon in it.
 */
export function TaskRow({ task, clock }: { task: Task; clock: PageClock }) {
  const href = taskPath(task.reference);
  return (
    <li class="row" id={`row-${task.reference}`}>
      {SelectBox(task)}
      {priority.row(task, href)}
      <span class="row-reference">{task.reference}</span>
      {status.row(task, href)}
      <a class="row-title" href={href}>{task.title}</a>
      {ArchivedMark(task, href)}
      {behindTitleOf(task, href, clock)}
      {assignee.row(task, href)}
      {PeekButton(href)}
      {ActionsLink(href)}
    </li>
  );
}
