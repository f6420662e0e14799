import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import {
  HealthMark,
  ProgressBar,
  ProjectStatusMark,
  projectStatusWords,
} from "../projects/marks.tsx";
import { projectPath } from "../project_paths.ts";
import { day } from "../ui/time.tsx";
import type { RoadmapProps } from "./roadmap.tsx";
import { troublesOf } from "./words.ts";

type TableProps = Pick<RoadmapProps, "clock" | "timings" | "byId"> & {
  groups: readonly { name: string; projects: readonly RoadmapProject[] }[] | null;
  projects: readonly RoadmapProject[];
};

/** All that the chart tells, as a table: on phones, on paper, and for who would rather read. */
export function RoadmapTable({ groups, projects, ...rest }: TableProps) {
  const parts = groups ?? [{ name: null, projects }];
  return (
    <table class="roadmap-table">
      <caption class="unseen">Projects by their dates</caption>
      <thead>
        <tr>
          {["Project", "Status", "Lead", "Start", "Target", "Progress", "Milestones", "Waits for"]
            .map((name) => <th scope="col">{name}</th>)}
        </tr>
      </thead>
      {parts.map(({ name, projects }) => (
        <tbody>
          {name !== null && (
            <tr class="roadmap-group">
              <th scope="rowgroup" colspan={8}>
                <bdi>{name}</bdi>
              </th>
            </tr>
          )}
          {projects.map((project) => <Row {...rest} project={project} />)}
        </tbody>
      ))}
    </table>
  );
}

function Row(
  { project, clock, timings, byId }: Pick<RoadmapProps, "clock" | "timings" | "byId"> & {
    project: RoadmapProject;
  },
) {
  const { name, key, status, health, lead, startDate, targetDate, milestones } = project;
  const timing = timings.get(project.id)!;
  const date = (value: string | null) =>
    value ? <time datetime={value}>{day(value, clock)}</time> : "–";
  const waitsFor = project.blockedBy.flatMap((id) => byId.get(id)?.name ?? []);
  return (
    <tr>
      <th scope="row">
        <a href={projectPath(key)} dir="auto">{name}</a>
        {troublesOf(timing, clock).map((trouble) => <span class="roadmap-says">{trouble}</span>)}
      </th>
      <td data-head="Status">
        <span class="roadmap-status">
          <span>
            <ProjectStatusMark status={status} /> {projectStatusWords[status]}
          </span>
          {health && <HealthMark health={health} />}
        </span>
      </td>
      <td data-head="Lead" data-none={!lead || undefined}>{lead ? <bdi>{lead.name}</bdi> : "–"}</td>
      <td data-head="Start" data-none={!startDate || undefined}>{date(startDate)}</td>
      <td data-head="Target" data-none={!targetDate || undefined}>{date(targetDate)}</td>
      <td data-head="Progress">
        <ProgressBar progress={project.progress} />
      </td>
      <td data-head="Milestones" data-none={milestones.length === 0 || undefined}>
        {milestones.length === 0 ? "–" : (
          <ul>
            {milestones.map(({ name, targetDate }) => (
              <li>
                <bdi>{name}</bdi>
                {targetDate && <>, {date(targetDate)}</>}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-head="Waits for" data-none={waitsFor.length === 0 || undefined}>
        {waitsFor.length > 0 ? waitsFor.join(", ") : "–"}
      </td>
    </tr>
  );
}
