import { taskStatuses } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import type { Frame } from "../layouts/frame.ts";
import { Public } from "../layouts/public.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Label } from "../ui/label.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { Menu } from "../ui/menu.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";
import { demoPath, type DemoTask, demoTasks, type Moved } from "./demo_tasks.ts";

/** The tasks of the example, in groups by status, like a task list. */
export function DemoList({ moved }: { moved: Moved }) {
  const tasks = demoTasks.map((task) => ({
    ...task,
    status: moved.get(task.reference) ?? task.status,
  }));
  const groups = Map.groupBy(tasks, ({ status }) => status);
  return taskStatuses.filter((status) => groups.has(status)).map((status) => {
    const rows = groups.get(status)!;
    return (
      <section class="group" id={`group-${status}`} data-by="status">
        <details open>
          <summary class="group-head">
            <span class="group-fold">
              <Icon name="chevron-down" />
            </span>
            <StatusMark status={status} />
            <h2>{statusWords[status]}</h2>
            <span class="group-count number">
              {rows.length}
              <span class="unseen">{rows.length === 1 ? " task" : " tasks"}</span>
            </span>
          </summary>
          <ul class="rows">{rows.map((task) => <DemoRow task={task} moved={moved} />)}</ul>
        </details>
      </section>
    );
  });
}

/** A row like a task's. Its title leads to a guide, and its status can be changed. */
function DemoRow({ task, moved }: { task: DemoTask; moved: Moved }) {
  const { reference, title, status, priority, labels, assignee, due, guide } = task;
  const path = demoPath(moved, reference);
  const menu = `${path}/status`;
  return (
    <li class="row" id={`row-${reference}`} data-task={path} data-acts={menu}>
      <span class="row-mark">
        <PriorityMark priority={priority} />
        <span class="unseen">{priorityWords[priority]}</span>
      </span>
      <span class="row-reference">{reference}</span>
      <a
        class="row-mark"
        href={menu}
        data-menu="status"
        rel="nofollow"
        aria-label={`Status: ${statusWords[status]}`}
      >
        <StatusMark status={status} />
      </a>
      <a class="row-title" href={guide} hx-boost="false">{title}</a>
      {labels.length > 0 && (
        <span class="row-labels">{labels.map((label) => <Label label={label} />)}</span>
      )}
      <span class="row-deadline">{due}</span>
      <span class="row-mark">
        <Avatar person={assignee} />
        <span class="unseen">{assignee.name}</span>
      </span>
    </li>
  );
}

/** The menu that changes a status of the example. Its choices are links, because the page's URL contains the change. */
export function DemoMenu({ task, moved }: { task: DemoTask; moved: Moved }) {
  const current = moved.get(task.reference) ?? task.status;
  return (
    <Menu
      name={`Status of ${task.reference}`}
      groups={[{
        choices: taskStatuses.map((status, at) => ({
          name: statusWords[status],
          icon: <StatusMark status={status} />,
          chosen: status === current,
          shortcut: String(at + 1),
          href: demoPath(new Map([...moved, [task.reference, status]])),
          next: `#row-${task.reference} .row-title`,
        })),
      }]}
    />
  );
}

/** The menu as a page, for browsers without scripts. */
export function DemoMenuPage({ frame, signedIn, task, moved }: {
  frame: Frame;
  signedIn: boolean;
  task: DemoTask;
  moved: Moved;
}) {
  const title = `Status of ${task.reference}`;
  return (
    <Public
      frame={frame}
      signedIn={signedIn}
      title={`${title} · Backlog`}
      description="Change a status in the example list."
    >
      <div class="found">
        <h1>{title}</h1>
        <DemoMenu task={task} moved={moved} />
        <p>
          <a class="button" href={demoPath(moved)}>Back to the list</a>
        </p>
      </div>
    </Public>
  );
}
