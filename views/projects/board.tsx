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

/** Projects in columns by status. `static/js/board.js` moves the focus and the cards. */
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
          data-refused="Projects are in the order set in Display."
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

/** A project's card on a board, with the values that columns are sorted by. The ID tells the creation time. */
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

/** Returns the rank of a priority. No priority is 0. */
function rankOf(priority: Project["priority"]): number {
  return priorityOrder.length - 1 - priorityOrder.indexOf(priority);
}
