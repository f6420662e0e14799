import type { Child } from "hono/jsx";
import type { Project } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { projectMenuPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { Avatar, Unassigned } from "../ui/avatar.tsx";
import { PriorityMark } from "../ui/marks.tsx";
import { day, type PageClock } from "../ui/time.tsx";
import { priorityWords } from "../ui/words.ts";
import {
  HealthMark,
  isOverdue,
  ProgressBar,
  ProjectStatusMark,
  projectStatusWords,
} from "./marks.tsx";

/** A project's row. @param within the group of the row, if a project can be in several */
export function ProjectRow({ project, clock, within }: {
  project: Project;
  clock: PageClock;
  within?: string | undefined;
}) {
  const { key, name, summary, status, health, priority, progress } = project;
  return (
    <li
      class="row project-row"
      id={projectRowId(key, within)}
      data-acts={projectMenuPath(key, "actions")}
    >
      <RowMenu project={project} menu="priority" says={`Priority: ${priorityWords[priority]}`}>
        <PriorityMark priority={priority} />
      </RowMenu>
      <span class="row-key">{key}</span>
      <RowMenu project={project} menu="status" says={`Status: ${projectStatusWords[status]}`}>
        <ProjectStatusMark status={status} />
      </RowMenu>
      <a class="row-title" href={projectPath(key)} title={summary ?? undefined}>{name}</a>
      <ArchivedMark project={project} />
      {health && <HealthMark health={health} />}
      <ProgressBar progress={progress} />
      <Target project={project} clock={clock} />
      <Lead project={project} />
    </li>
  );
}

/** The mark of an archived project, with a button that restores it. */
export function ArchivedMark({ project: { key, name, archivedAt } }: { project: Project }) {
  if (archivedAt === null) return null;
  const href = projectPath(key);
  return (
    <>
      <span class="badge">Archived</span>
      <form method="post" action={href} hx-post={href} data-next="here">
        <button
          type="submit"
          class="row-mark"
          name="act"
          value="restore"
          aria-label={`Restore ${name}`}
          title="Restore"
        >
          <Icon name="restore" />
        </button>
      </form>
    </>
  );
}

/** Returns the ID of a project's row. */
export function projectRowId(key: string, within?: string): string {
  return within ? `row-${within}-${key}` : `row-${key}`;
}

/** A project's target date. An overdue one has a word, not only a color. */
export function Target({ project, clock }: { project: Project; clock: PageClock }) {
  const { targetDate } = project;
  if (!targetDate) return <span class="project-target"></span>;
  const late = isOverdue(project, clock);
  return (
    <span class="project-target">
      <time datetime={targetDate} class={late ? "late" : undefined}>
        {day(targetDate, clock)}
        {late && <span class="project-late">, overdue</span>}
      </time>
    </span>
  );
}

/** A project's lead. */
export function Lead({ project }: { project: Project }) {
  const { lead } = project;
  return (
    <RowMenu project={project} menu="lead" says={lead ? `Lead: ${lead.name}` : "No lead"}>
      {lead ? <Avatar person={lead} /> : <Unassigned />}
    </RowMenu>
  );
}

/** A mark in a project's row that opens the menu of its property. */
export function RowMenu({ project, menu, says, children }: {
  project: Project;
  menu: "status" | "priority" | "lead";
  says: string;
  children: Child;
}) {
  return (
    <a
      class={`row-mark project-${menu}`}
      href={projectMenuPath(project.key, menu)}
      data-menu={menu}
      aria-label={says}
      title={says}
    >
      {children}
    </a>
  );
}
