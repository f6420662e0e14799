import { raw } from "hono/html";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { taskPath } from "../paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Label } from "../ui/label.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { day, type ReaderClock } from "../ui/time.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";

/** At most this many labels stand in a row; the rest are a number. */
const SHOWN_LABELS = 2;

/**
 * One task of a list. Its marks open the menus that change them; the menus themselves come when asked for. What is in
 * it is called rather than made an element: a page has 75 rows, and an element costs more than the mark in it.
 */
export function TaskRow({ task, reading }: { task: Task; reading: ReaderClock }) {
  const href = taskPath(task.reference);
  const assigned = task.assignee ? `Assignee: ${task.assignee.name}` : "Assignee: nobody";
  return (
    <li class="row" id={`row-${task.reference}`}>
      <a
        class="row-mark row-priority"
        href={`${href}/priority`}
        data-menu="priority"
        aria-label={`Priority: ${priorityWords[task.priority]}`}
      >
        {PriorityMark(task)}
      </a>
      <span class="row-reference">{task.reference}</span>
      <a
        class="row-mark"
        href={`${href}/status`}
        data-menu="status"
        aria-label={`Status: ${statusWords[task.status]}`}
      >
        {StatusMark(task)}
      </a>
      <a class="row-title" href={href}>{task.title}</a>
      {RowProject(task, href)}
      {RowLabels(task)}
      {Deadline(task, reading)}
      <a class="row-mark" href={`${href}/assignee`} data-menu="assignee" aria-label={assigned}>
        {task.assignee ? Avatar({ person: task.assignee }) : unassigned}
      </a>
      <a
        class="row-mark row-actions"
        href={`${href}/actions`}
        data-menu="actions"
        aria-label="More actions"
      >
        {Icon({ name: "ellipsis" })}
      </a>
    </li>
  );
}

const unassigned = raw(String(
  <span class="avatar" data-kind="none" aria-hidden="true">
    <Icon name="user-circle" />
  </span>,
));

/** The place of an avatar where nobody is. */
export function Unassigned() {
  return unassigned;
}

function RowProject({ project }: Task, href: string) {
  if (!project) return null;
  return (
    <a
      class="row-project"
      href={`${href}/project`}
      data-menu="project"
      aria-label={`Project: ${project.name}`}
    >
      {Icon({ name: "project" })}
      <span>{project.name}</span>
    </a>
  );
}

function RowLabels({ labels }: Task) {
  if (labels.length === 0) return null;
  const more = labels.length - SHOWN_LABELS;
  return (
    <span class="row-labels">
      {labels.slice(0, SHOWN_LABELS).map((label) => Label({ label }))}
      {more > 0 && (
        <span
          class="row-more"
          title={labels.slice(SHOWN_LABELS).map((l) => l.name).join(", ")}
        >
          +{more}
        </span>
      )}
    </span>
  );
}

function Deadline(task: Task, reading: ReaderClock) {
  if (!task.deadlineAt) return null;
  const late = isLate(task, reading);
  return (
    <time class="row-deadline" datetime={task.deadlineAt} data-late={late ? "true" : undefined}>
      {late && <span class="unseen">Overdue:</span>}
      {day(task.deadlineAt, reading)}
    </time>
  );
}

/** Whether a task isn't done and the day that it was due is over where the workspace is. */
export function isLate(task: Task, reading: ReaderClock): boolean {
  return task.deadlineAt !== null && task.status !== "completed" && task.status !== "cancelled" &&
    task.deadlineAt < reading.today;
}
