import type { Child } from "hono/jsx";
import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { composePath, listPath } from "../paths.ts";

interface ProjectTasksProps {
  project: ProjectDetail;
  /** Rows of the first open tasks. */
  rows: Child;
  /** Number of shown tasks, and whether there are more. */
  shown: number;
  more: boolean;
  /** Whether the viewer can create tasks in the project. */
  composes: boolean;
}

/** The first open tasks of a project, with links to its list and board. */
export function ProjectTasks({ project, rows, shown, more, composes }: ProjectTasksProps) {
  const { id: projectId, progress, teams } = project;
  return (
    <section aria-labelledby="tasks-title">
      <div class="detail-heading-row">
        <h2 id="tasks-title" class="detail-heading">Tasks</h2>
        <span class="number">{progress.total}</span>
        <span class="project-tasks-links">
          <a class="button" data-kind="quiet" href={listPath({ projectId })}>
            <Icon name="list" />
            List
          </a>
          <a class="button" data-kind="quiet" href={listPath({ projectId, layout: "board" })}>
            <Icon name="board" />
            Board
          </a>
          {composes && (
            <a
              class="button"
              data-kind="quiet"
              href={composePath({ projectId, teamId: teams[0]?.id })}
              data-compose
            >
              <Icon name="plus" />
              New task
            </a>
          )}
        </span>
      </div>
      {shown > 0
        ? <ul class="sub-tasks" aria-labelledby="tasks-title">{rows}</ul>
        : (
          <p class="detail-none">
            {progress.total > 0 ? "No open tasks" : "No tasks yet"}
          </p>
        )}
      {more && (
        <p class="timeline-way">
          <a href={listPath({ projectId })}>All tasks</a>
        </p>
      )}
    </section>
  );
}
