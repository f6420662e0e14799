import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import {
  datesInWords,
  doneWords,
  HealthMark,
  ProjectStatusMark,
  projectStatusWords,
} from "../projects/marks.tsx";
import { projectMenuPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { Separator } from "../ui/separator.tsx";
import { day } from "../ui/time.tsx";
import type { RoadmapProps } from "./roadmap.tsx";
import { type RoadmapGroup, type RoadmapRow, rowId } from "./rows.ts";
import { troublesOf } from "./words.ts";

export type TableProps = Pick<RoadmapProps, "clock" | "timings" | "byId" | "mayMove"> & {
  rows: readonly RoadmapRow[];
};

/** Columns after the project's name. */
const columns = ["Status", "Lead", "Dates", "Progress", "Milestones", "Blocked by"];

/**
 * The roadmap as a table. Beside the chart, only its names are visible, which keys act on. Screen readers read all columns.
 * On phones and paper, which have no chart, all columns and the period are visible.
 */
export function RoadmapTable(
  { rows, scale: { range }, ...rest }: TableProps & Pick<RoadmapProps, "scale">,
) {
  const { clock } = rest;
  return (
    <table class="roadmap-table">
      <caption class="unseen">
        Projects by date: {day(range.from, clock)} – {day(range.to, clock)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Projects</th>
          {columns.map((name) => <th scope="col">{name}</th>)}
        </tr>
      </thead>
      {[...Map.groupBy(rows, ({ group }) => group).values()].map((together) => (
        <tbody>
          {together.map(({ group, project }) =>
            project
              ? <ProjectCells {...rest} group={group} project={project} />
              : <GroupName group={group} />
          )}
        </tbody>
      ))}
    </table>
  );
}

function GroupName({ group: { key, name, projects, folded } }: { group: RoadmapGroup }) {
  return (
    <tr class="roadmap-group">
      <th scope="rowgroup" colspan={columns.length + 1}>
        <button
          type="submit"
          form="roadmap-folds"
          name={folded ? "unfold" : "fold"}
          value={key}
          aria-expanded={folded ? "false" : "true"}
          id={`fold-${key}`}
          data-next={`#fold-${key}`}
        >
          <Icon name={folded ? "chevron-right" : "chevron-down"} />
          <bdi>{name}</bdi>
          <span class="count">{projects.length}</span>
        </button>
      </th>
    </tr>
  );
}

type CellsProps = Omit<TableProps, "rows"> & {
  group: RoadmapGroup | null;
  project: RoadmapProject;
};

function ProjectCells({ group, project, ...rest }: CellsProps) {
  const { clock, timings, byId, mayMove } = rest;
  const { key, name, status, health, lead, progress, milestones } = project;
  const troubles = troublesOf(timings.get(project.id)!, clock);
  const waitsFor = project.blockedBy.flatMap((id) => byId.get(id)?.name ?? []).join(", ");
  return (
    <tr
      class="row roadmap-name"
      id={rowId(group, key)}
      data-project={key}
      data-acts={projectMenuPath(key, "actions")}
      {...mayMove(project) ? datesFor(project) : {}}
    >
      <th scope="row">
        <ProjectStatusMark status={status} />
        <a class="row-title" href={projectPath(key)}>{name}</a>
        {troubles.length > 0 && <Troubles troubles={troubles} />}
        <button
          class="roadmap-there"
          type="button"
          aria-label={`Show bar: ${name}`}
          title="Show bar"
          hidden
        >
          <Icon name="chevron-right" />
        </button>
      </th>
      <td>
        {projectStatusWords[status]}
        {health && (
          <>
            {" "}
            <HealthMark health={health} />
          </>
        )}
        <Separator />
      </td>
      <td>
        {lead && (
          <>
            <bdi>{lead.name}</bdi>
            <Separator />
          </>
        )}
      </td>
      <td>{datesInWords(project, clock)}</td>
      <td>{doneWords(progress)}</td>
      <td>
        {milestones.length > 0 && (
          <span class="roadmap-what">{milestones.length === 1 ? "Milestone " : "Milestones "}</span>
        )}
        {milestones.map(({ name, targetDate }, at) => (
          <>
            {at > 0 && "; "}
            <bdi>{name}</bdi>
            {targetDate && (
              <>
                {", "}
                <span class="roadmap-day">{day(targetDate, clock)}</span>
              </>
            )}
          </>
        ))}
      </td>
      <td>
        {waitsFor && (
          <>
            <span class="roadmap-what">Blocked by</span>
            {` ${waitsFor}`}
          </>
        )}
      </td>
    </tr>
  );
}

function Troubles({ troubles }: { troubles: readonly string[] }) {
  return (
    <>
      <span class="roadmap-trouble" title={troubles.join("\n")} aria-hidden="true">
        <Icon name="warning" />
      </span>
      <span class="roadmap-says">{troubles.join(" ")}</span>
    </>
  );
}

/** Returns the attributes for the script that moves a project's dates. */
export function datesFor(
  { startDate, targetDate, version }: Pick<RoadmapProject, "startDate" | "targetDate" | "version">,
) {
  return {
    "data-start": startDate ?? undefined,
    "data-target": targetDate ?? undefined,
    "data-version": version,
  };
}
