import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import type { ShownTexts } from "../markdown.tsx";
import { Main } from "../layouts/shell.tsx";
import { composePath, taskMenuPath, taskPath, tasksPath } from "../paths.ts";
import { FavoriteButton } from "../ui/favorite.tsx";
import { StatusMark } from "../ui/marks.tsx";
import { statusWords } from "../ui/words.ts";
import type { ReaderClock } from "../ui/time.tsx";
import { type Commenting, NewComment } from "./comments.tsx";
import { ParentLine, Rail } from "./rail.tsx";
import { StateNotice } from "./state_notice.tsx";
import { TaskText, TaskTitle, type TextEdit } from "./text.tsx";
import { type TaskHistory, Timeline } from "./timeline.tsx";

export interface TaskDetailProps {
  task: TaskDetail;
  team: { id: string; key: string; name: string } | undefined;
  reading: ReaderClock;
  /** What is open for editing, if anything. */
  edit: TextEdit | null;
  /** Why the viewer can't change it; null where they can. */
  refusal: string | null;
  /** Whether they may publish, archive and restore it. */
  mayAct: boolean;
  commenting: Commenting;
  history: TaskHistory;
  /** Its description and its comments, as they are shown. */
  texts: ShownTexts;
}

/** The way back from a task, and what else one can do with it. */
export function TaskDetailBar({ task, favorite }: { task: TaskDetail; favorite: boolean }) {
  return (
    <>
      <a
        class="button bar-back"
        data-kind="quiet"
        data-shape="icon"
        data-back
        href={tasksPath}
        aria-label="Back to tasks"
      >
        <Icon name="arrow-left" />
      </a>
      <span class="bar-reference">{task.reference}</span>
      {task.archivedAt === null && <FavoriteButton kind="task" id={task.reference} on={favorite} />}
      <a
        class="button"
        data-kind="quiet"
        data-shape="icon"
        href={taskMenuPath(task.reference, "actions")}
        data-menu="actions"
        aria-keyshortcuts="."
        aria-label="More actions"
      >
        <Icon name="ellipsis" />
      </a>
    </>
  );
}

/** A task's text on the left, its properties on the right, what happened to it below. */
export function TaskDetailMain(props: TaskDetailProps) {
  const { task, team, reading, edit, refusal, mayAct, commenting, history, texts } = props;
  const writable = refusal === null;
  return (
    <Main kind="detail">
      <div class="detail-grid" data-task={taskPath(task.reference)}>
        <article class="detail-text" aria-label={task.reference}>
          <StateNotice task={task} mayAct={mayAct} />
          <ParentLine parent={task.parent} />
          <TaskTitle
            task={task}
            edit={edit}
            writable={writable}
            historyRange={commenting.historyRange}
          />
          <TaskText
            task={task}
            edit={edit}
            writable={writable}
            historyRange={commenting.historyRange}
            texts={texts}
          />
          <SubTasks task={task} writable={writable} />
          <section aria-labelledby="timeline-title">
            <h2 id="timeline-title" class="detail-heading">Activity</h2>
            <Timeline
              task={task}
              history={history}
              commenting={commenting}
              reading={reading}
              texts={texts}
            />
            <NewComment task={task} commenting={commenting} />
          </section>
        </article>
        <Rail task={task} team={team} reading={reading} refusal={refusal} />
      </div>
    </Main>
  );
}

function SubTasks({ task, writable }: { task: TaskDetail; writable: boolean }) {
  const done = task.children.filter(({ status }) => status === "completed").length;
  if (task.children.length === 0 && !writable) return null;
  const add = composePath({ teamId: task.teamId, parentId: task.reference });
  return (
    <section aria-labelledby="children-title">
      <div class="detail-heading-row">
        <h2 id="children-title" class="detail-heading">
          Sub-tasks{" "}
          {task.children.length > 0 && <span class="number">{done}/{task.children.length}</span>}
        </h2>
        {writable && (
          <a class="button" data-kind="quiet" href={add} data-compose>
            <Icon name="plus" />Add sub-task
          </a>
        )}
      </div>
      {task.children.length > 0 && (
        <ul class="sub-tasks">
          {task.children.map((child) => (
            <li>
              <a href={taskPath(child.reference)}>
                <StatusMark status={child.status} />
                <span class="unseen">{statusWords[child.status]}:</span>
                <span class="row-reference">{child.reference}</span>
                <span>{child.title}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
