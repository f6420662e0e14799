import type { Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon, type IconName } from "../icons.tsx";
import type { ShownTexts } from "../markdown.tsx";
import { BackLink, MoreActions } from "../parts/detail_bar.tsx";
import { RoadmapLink } from "../parts/roadmap_link.tsx";
import { taskMenuPath, taskPath, tasksPath } from "../paths.ts";
import { presencePath } from "../task_paths.ts";
import { FavoriteButton } from "../ui/favorite.tsx";
import type { PageClock } from "../ui/time.tsx";
import { Additions } from "./additions.tsx";
import { Approvals } from "./approvals.tsx";
import { type Commenting, NewComment } from "./comments.tsx";
import { Links } from "./links.tsx";
import type { OpenForms } from "./open_forms.ts";
import { ParentLine, TaskRail } from "./rail.tsx";
import { Relations } from "./relations.tsx";
import { StateNotice } from "./state_notice.tsx";
import { SubTasks } from "./sub_tasks.tsx";
import { type TaskEdit, TaskText, TaskTitle } from "./text.tsx";
import { type TaskHistory, Timeline } from "./timeline.tsx";

export interface TaskDetailProps {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  clock: PageClock;
  /** The text being edited, if any. */
  edit: TaskEdit | null;
  /** Why the viewer can't change the task, or `null` if they can. */
  refusal: string | null;
  /** Whether they can edit its title and description. */
  editable: boolean;
  /** Whether the viewer can publish, archive, and restore the task. */
  mayAct: boolean;
  /** Whether anyone but its creator has worked on it. */
  joined: boolean;
  commenting: Commenting;
  history: TaskHistory;
  /** Its sub-tasks, as a list shows them. */
  subTasks: readonly Task[];
  forms: OpenForms;
  /** Whether it is in the panel beside a list. */
  peeked: boolean;
  /** Its description and its comments, as they are shown. */
  texts: ShownTexts;
}

interface TaskBarProps {
  task: TaskDetail;
  favorite: boolean;
  /** Whether the viewer can see the roadmap. */
  seesRoadmap: boolean;
}

/** The link back to the list, the task's actions, and the link to the roadmap. */
export function TaskDetailBar({ task, favorite, seesRoadmap }: TaskBarProps) {
  return (
    <>
      <BackLink href={tasksPath} name="Back to list" reference={task.reference} />
      <TaskTools task={task} favorite={favorite} />
      {seesRoadmap && <RoadmapLink />}
      <Steps />
    </>
  );
}

/** The favorite button and the actions menu of a task. */
export function TaskTools({ task, favorite }: Omit<TaskBarProps, "seesRoadmap">) {
  return (
    <>
      {task.archivedAt === null && <FavoriteButton kind="task" id={task.reference} on={favorite} />}
      <MoreActions href={taskMenuPath(task.reference, "actions")} />
    </>
  );
}

/** Links to the previous and next task of the list. Scripts fill in their targets. */
function Steps() {
  return (
    <nav class="bar-steps" aria-label="Tasks in this list" data-steps hidden>
      <Step id="previous-task" name="Previous" shortcut="K" icon="chevron-up" />
      <Step id="next-task" name="Next" shortcut="J" icon="chevron-down" />
      <span class="bar-steps-count optional" data-steps-count></span>
    </nav>
  );
}

function Step({ id, name, shortcut, icon }: {
  id: string;
  name: string;
  shortcut: string;
  icon: IconName;
}) {
  return (
    <a
      class="button"
      id={id}
      data-kind="quiet"
      data-shape="icon"
      hx-replace-url="true"
      aria-keyshortcuts={shortcut}
      aria-label={name}
    >
      <Icon name={icon} />
    </a>
  );
}

/** A task: its text on the left, its properties on the right, its activity below. */
export function TaskDetailContent(props: TaskDetailProps) {
  const { task, team, clock, edit, refusal, editable, commenting, history, texts } = props;
  const { mayAct, joined, subTasks, forms, peeked } = props;
  const { viewerId, historyRange } = commenting;
  const writable = refusal === null;
  const text = { task, edit, editable, viewerId, historyRange };
  return (
    <div
      class="detail-grid"
      x-ignore
      data-task={taskPath(task.reference)}
      data-version={task.version}
      data-here={presencePath(task.reference)}
      data-task-id={task.id}
    >
      <article class="detail-text" aria-label={task.reference}>
        <StateNotice task={task} mayAct={mayAct} />
        <ParentLine parent={task.parent} />
        <TaskTitle {...text} peeked={peeked} />
        <Approvals
          task={task}
          commenting={commenting}
          forms={forms}
          texts={texts}
          clock={clock}
        />
        <TaskText {...text} splits={writable} texts={texts} />
        <SubTasks
          task={task}
          subTasks={subTasks}
          writable={writable}
          forms={forms}
          historyRange={historyRange}
          clock={clock}
        />
        <Relations task={task} writable={writable} />
        <Links task={task} writable={writable} forms={forms} historyRange={historyRange} />
        <Additions task={task} writable={writable} commenting={commenting} forms={forms} />
        <section aria-labelledby="timeline-title">
          <h2 id="timeline-title" class="detail-heading">Activity</h2>
          <Timeline
            task={task}
            rights={{ writable, editable, mayAct, joined }}
            history={history}
            commenting={commenting}
            clock={clock}
            texts={texts}
          />
          <NewComment task={task} commenting={commenting} />
        </section>
      </article>
      <TaskRail
        task={task}
        team={team}
        clock={clock}
        refusal={refusal}
        viewerId={viewerId}
      />
    </div>
  );
}
