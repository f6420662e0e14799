import { raw } from "hono/html";
import type { Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { type HistoryRange, taskPath } from "../paths.ts";
import { addToTaskPath } from "../task_paths.ts";
import { KeptForm } from "../ui/kept_form.tsx";
import type { PageClock } from "../ui/time.tsx";
import { OpenLink } from "../parts/open_link.tsx";
import type { OpenForms } from "./open_forms.ts";
import { rowInGroup, TaskRow } from "./row.tsx";
import { SectionHeading } from "../parts/section_heading.tsx";

interface SubTasksProps {
  task: TaskDetail;
  /** The sub-tasks as rows of a list. */
  subTasks: readonly Task[];
  writable: boolean;
  forms: OpenForms;
  historyRange: HistoryRange;
  clock: PageClock;
}

/** A task's sub-tasks in manual order, with their progress and the form that adds more. */
export function SubTasks(props: SubTasksProps) {
  const { task, subTasks, writable, forms, historyRange, clock } = props;
  const adding = writable && (forms.add === "sub-task" || forms.refused.subTask !== undefined);
  if (subTasks.length === 0 && !adding) return null;
  const moves = writable && subTasks.length > 1;
  return (
    <section aria-labelledby="children-title">
      <SectionHeading
        id="children-title"
        name="Sub-tasks"
        add={writable && !adding && {
          id: "add-sub-task",
          name: "Add a sub-task",
          href: addToTaskPath(task.reference, "sub-task", historyRange),
        }}
      >
        {subTasks.length > 0 && <Progress subTasks={subTasks} />}
      </SectionHeading>
      {subTasks.length > 0 && (
        <ul
          class="sub-tasks"
          data-moves={moves ? "Sibling" : undefined}
          aria-labelledby="children-title"
          aria-describedby={moves ? "sub-tasks-keys" : undefined}
        >
          {subTasks.map((one) => raw(rowInGroup(String(TaskRow({ task: one, clock })), "sub")))}
        </ul>
      )}
      {moves && (
        <p id="sub-tasks-keys" class="unseen">Press Alt and an arrow key to move a sub-task.</p>
      )}
      {adding && <AddForm {...props} />}
    </section>
  );
}

function Progress({ subTasks }: { subTasks: readonly Task[] }) {
  const done = subTasks.filter(({ status }) => status === "completed").length;
  const words = `${done} of ${subTasks.length} done`;
  return (
    <>
      <progress class="progress" max={subTasks.length} value={done} aria-label={words}></progress>
      <span class="number" aria-hidden="true">{done}/{subTasks.length}</span>
    </>
  );
}

/** The form for a new sub-task. It stays open for the next one. */
function AddForm({ task, forms, historyRange }: SubTasksProps) {
  const typed = forms.refused.subTask;
  return (
    <KeptForm
      class="sub-task-form"
      id="new-sub-task"
      action={taskPath(task.reference)}
      keeps={`${task.id}:sub-task`}
      next="#new-sub-task-title"
      error={typed?.error}
      saveKey
    >
      <input type="hidden" name="act" value="addSubTask" />
      <input
        class="input"
        id="new-sub-task-title"
        name="title"
        value={typed?.title}
        data-limit={512}
        required
        autofocus
        autocomplete="off"
        placeholder="Sub-task title"
        aria-label="New sub-task"
      />
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">Add sub-task</button>
        <OpenLink
          href={taskPath(task.reference, historyRange)}
          kind="quiet"
          cancels
          next="#add-sub-task"
        >
          Done
        </OpenLink>
      </div>
    </KeptForm>
  );
}
