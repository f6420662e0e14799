import type { Project } from "../../server/domain/projects/schema.ts";
import { Main } from "../layouts/shell.tsx";
import { Column } from "../parts/column.tsx";
import { projectMenuPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { PriorityMark } from "../ui/marks.tsx";
import type { PageClock } from "../ui/time.tsx";
import { priorityOrder, priorityWords } from "../ui/words.ts";
import { ProjectChips } from "./filter_bar.tsx";
import { MoreProjects, ProjectCount, ProjectGroupMark } from "./group.tsx";
import { NoProjectsListed, type ProjectListProps, ProjectViewState } from "./list.tsx";
import { HealthMark, ProgressBar } from "./marks.tsx";
import { ArchivedMark, Lead, projectRowId, RowMenu, Target } from "./row.tsx";

/** A list's projects in columns by their status. `static/js/board.js` moves among the cards, and them between columns. */
export function ProjectBoardMain(listing: ProjectListProps) {
  const { query, chips, groups, clock } = listing;
  return (
    <Main kind="board" list address={listing.address ?? null}>
      {listing.shown && <ProjectViewState {...listing} shown={listing.shown} />}
      <ProjectChips query={query} chips={chips} />
      {NoProjectsListed(listing) ?? (
        <div
          class="columns"
          id="board"
          data-field="status"
          data-sort={query.sort ?? "-createdAt"}
          data-refused="Projects stand in the order that Display says."
        >
          {groups.map((group) => (
            <Column
              group={group}
              mark={<ProjectGroupMark group={group} />}
              counted={<ProjectCount count={group.count} />}
            >
              {group.projects.map((project) => <ProjectCard project={project} clock={clock} />)}
              <MoreProjects group={group} within={undefined} />
            </Column>
          ))}
        </div>
      )}
    </Main>
  );
}

/** One project of a board. What the order of a column goes by stands at it; its id tells when it was made. */
function ProjectCard({ project, clock }: { project: Project; clock: PageClock }) {
  const { id, key, name, health, priority, progress, targetDate } = project;
  return (
    <li
      class="row card project-card"
      data-acts={projectMenuPath(key, "actions")}
      id={projectRowId(key)}
      data-made={id}
      data-name={name.toLowerCase()}
      data-priority={rankOf(priority)}
      data-target-date={targetDate ?? undefined}
    >
      <div class="card-head">
        <span class="card-key">{key}</span>
        <Lead project={project} />
      </div>
      <a class="row-title" href={projectPath(key)}>{name}</a>
      <div class="card-foot">
        <ArchivedMark project={project} />
        <RowMenu project={project} menu="priority" says={`Priority: ${priorityWords[priority]}`}>
          <PriorityMark priority={priority} />
        </RowMenu>
        {health && <HealthMark health={health} />}
        <ProgressBar progress={progress} />
        <Target project={project} clock={clock} />
      </div>
    </li>
  );
}

/** How urgent a priority is, from none. */
function rankOf(priority: Project["priority"]): number {
  return priorityOrder.length - 1 - priorityOrder.indexOf(priority);
}
