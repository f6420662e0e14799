import type { Child } from "hono/jsx";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { taskPath } from "../paths.ts";
import type { PageClock } from "../ui/time.tsx";
import { properties } from "./properties/all.ts";
import type { Property } from "./properties/property.ts";
import { SelectBox } from "./selection.tsx";

const { priority, status, project, labels, deadline, assignee } = properties;

/** What stands behind a row's title, and at a card's foot. */
const behindTitle = [project, labels, deadline] satisfies Property[];

/** Those of a task. They are called rather than made elements: see `TaskRow`. */
export function behindTitleOf(task: Task, href: string, clock: PageClock): Child[] {
  return behindTitle.map(({ row }) => row(task, href, clock));
}

/** A task's row as it stands in one of several groups that the task is in: its id on the page names the group too. */
export function rowInGroup(row: string, key: string): string {
  return row.replace(' id="row-', ` id="row-${key}-`);
}

/** Opens a task in a panel beside its list; who uses keys has one for it. */
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

/** Says of a task that it is archived, and brings it back; nothing of any other. */
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

/** Opens the menu of everything else that one can do with a task. */
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
 * One task of a list. Its marks open the menus that change them; the menus themselves come when asked for. What is in
 * it is called rather than made an element: a page has a row for each of its tasks, and an element costs more than the mark in it.
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
