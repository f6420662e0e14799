import type { Task } from "../../server/domain/tasks/schema.ts";
import { priorities } from "../../server/domain/vocabulary.ts";
import { taskPath } from "../paths.ts";
import type { PageClock } from "../ui/time.tsx";
import { properties } from "./properties/all.ts";
import { ActionsLink, ArchivedMark, behindTitleOf, PeekButton } from "./row.tsx";
import { SelectBox } from "./selection.tsx";

const { priority, status, assignee } = properties;

/**
 * A task on a board, with everything that a list's row has. Its attributes hold the values that columns sort by, and its
 * ID tells when it was created.
 */
export function TaskCard({ task, clock }: { task: Task; clock: PageClock }) {
  const href = taskPath(task.reference);
  return (
    <li
      class="row card"
      id={`row-${task.reference}`}
      data-made={task.id}
      data-priority={priorities.indexOf(task.priority)}
      data-deadline-at={task.deadlineAt ?? undefined}
    >
      <div class="card-head">
        {SelectBox(task)}
        <span class="row-reference">{task.reference}</span>
        {PeekButton(href)}
        {ActionsLink(href)}
        {assignee.row(task, href)}
      </div>
      <a class="row-title" href={href}>{task.title}</a>
      <div class="card-foot">
        {ArchivedMark(task, href)}
        {status.row(task, href)}
        {priority.row(task, href)}
        {behindTitleOf(task, href, clock)}
      </div>
    </li>
  );
}
