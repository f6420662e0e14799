import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { ProjectStatusMark, shareDone } from "../projects/marks.tsx";
import { projectPath } from "../project_paths.ts";
import { projectDatesPath, roadmapFor } from "../roadmap_paths.ts";
import type { RoadmapProps } from "./roadmap.tsx";
import { type RoadmapGroup, type RoadmapRow, ROW } from "./rows.ts";
import { projectInWords, troublesOf } from "./words.ts";
import type { Timing } from "./timing.ts";

/** How high a bar is, and how far below the top of its row. */
const BAR = 20;
const ABOVE = (ROW - BAR) / 2;

export type ChartProps = Pick<RoadmapProps, "query" | "scale" | "clock" | "timings"> & {
  rows: readonly RoadmapRow[];
  mayMove(project: RoadmapProject): boolean;
};

/** Projects by their days: their names on the left, which keys act on, and their bars, which the pointer moves. */
export function RoadmapChart(props: ChartProps) {
  const { query, scale, rows } = props;
  const width = scale.width(query.zoom);
  return (
    <div
      class="roadmap-scroll"
      id="roadmap"
      data-zoom={query.zoom}
      data-widths={scale.widths}
      data-days={scale.days}
      data-first={String(scale.first)}
      data-today={scale.at(scale.today)}
    >
      <div class="roadmap-corner">Projects</div>
      <svg class="roadmap-ticks" width={width} height={ROW} aria-hidden="true">
        {scale.ticks.map(({ zoom, at, name }) => (
          <text data-zoom={zoom} x={`${at}%`} y="22" dx="6">{name}</text>
        ))}
        <circle class="roadmap-now" cx={`${scale.at(scale.today)}%`} cy={ROW - 4} r="4">
          <title>Today</title>
        </circle>
      </svg>
      <ul class="roadmap-names" aria-label="Projects on the timeline">
        {rows.map((row) =>
          row.project
            ? <Name {...props} group={row.group} project={row.project} />
            : <GroupName query={query} group={row.group!} />
        )}
      </ul>
      <svg
        class="roadmap-bars"
        width={width}
        height={rows.length * ROW}
        aria-hidden="true"
      >
        <Lines {...props} />
        <Dependencies {...props} />
        {rows.map((row, at) =>
          row.project && <Bar {...props} project={row.project} y={at * ROW} />
        )}
      </svg>
    </div>
  );
}

function GroupName({ query, group }: Pick<ChartProps, "query"> & { group: RoadmapGroup }) {
  const { id, name, projects, folded } = group;
  const others = query.folded.filter((one) => one !== id);
  return (
    <li class="roadmap-group">
      <a
        href={roadmapFor({ ...query, folded: folded ? others : [...others, id] })}
        aria-expanded={folded ? "false" : "true"}
        data-next="here"
        id={`fold-${id}`}
      >
        <Icon name={folded ? "chevron-right" : "chevron-down"} />
        <bdi>{name}</bdi>
        <span class="count">{projects.length}</span>
      </a>
    </li>
  );
}

function Name(
  { group, project, timings, clock, mayMove }: ChartProps & {
    group: RoadmapGroup | null;
    project: RoadmapProject;
  },
) {
  const timing = timings.get(project.id)!;
  const troubles = troublesOf(timing, clock);
  return (
    <li
      class="row roadmap-name"
      id={`row-${group ? `${group.id}-` : ""}${project.key}`}
      data-trouble={troubles.length > 0 || undefined}
      data-moves-dates={mayMove(project) || undefined}
      {...datesFor(project)}
    >
      <ProjectStatusMark status={project.status} />
      <a
        class="row-title"
        href={projectPath(project.key)}
        dir="auto"
      >
        {project.name}
      </a>
      {troubles.length > 0 && (
        <span class="roadmap-trouble" title={troubles.join("\n")} aria-hidden="true">
          <Icon name="warning" />
        </span>
      )}
      <span class="unseen">{projectInWords(project, timing, clock)}</span>
    </li>
  );
}

/** What a script that moves a project's dates has to know of it. */
function datesFor({ key, startDate, targetDate, version }: RoadmapProject) {
  return {
    "data-project": key,
    "data-path": projectDatesPath(key),
    "data-start": startDate ?? "",
    "data-target": targetDate ?? "",
    "data-version": version,
  };
}

/** The lines at which weeks, months and quarters begin, and today. */
function Lines({ scale, rows }: ChartProps) {
  const height = rows.length * ROW;
  return (
    <>
      {scale.ticks.map(({ zoom, at }) => (
        <line class="roadmap-line" data-zoom={zoom} x1={`${at}%`} x2={`${at}%`} y2={height} />
      ))}
      {rows.map((row, at) =>
        row.project ? null : <rect class="roadmap-band" y={at * ROW} width="100%" height={ROW} />
      )}
      <line
        class="roadmap-today"
        x1={`${scale.at(scale.today)}%`}
        x2={`${scale.at(scale.today)}%`}
        y2={height}
      />
    </>
  );
}

/**
 * From the end of what is waited for to the beginning of what waits: down, then across; where that begins earlier, to its
 * bar.
 */
function Dependencies({ rows, scale, timings }: ChartProps) {
  const places = new Map<string, { y: number; timing: Timing }>();
  rows.forEach(({ project }, at) => {
    if (!project || places.has(project.id)) return;
    places.set(project.id, { y: at * ROW + ROW / 2, timing: timings.get(project.id)! });
  });
  return (
    <>
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 6 6"
          refX="6"
          refY="3"
          markerWidth="6"
          markerHeight="6"
          orient="auto"
        >
          <path d="M0 0 6 3 0 6z" />
        </marker>
      </defs>
      {rows.flatMap(({ project }) =>
        (project?.blockedBy ?? []).flatMap((id) => {
          const [from, to] = [places.get(id), places.get(project!.id)];
          if (!from || !to) return [];
          const [x1, x2] = [scale.after(from.timing.end), scale.at(to.timing.begin)];
          const early = project!.startsBefore.includes(id);
          return (
            <g
              class="roadmap-waits"
              data-early={early || undefined}
            >
              {x2 < x1
                ? (
                  <line
                    x1={`${x1}%`}
                    x2={`${x1}%`}
                    y1={from.y}
                    y2={to.y + (from.y < to.y ? -BAR : BAR) / 2}
                    marker-end="url(#arrow)"
                  />
                )
                : (
                  <>
                    <line x1={`${x1}%`} x2={`${x1}%`} y1={from.y} y2={to.y} />
                    <line
                      x1={`${x1}%`}
                      x2={`${x2}%`}
                      y1={to.y}
                      y2={to.y}
                      marker-end="url(#arrow)"
                    />
                  </>
                )}
            </g>
          );
        })
      )}
    </>
  );
}

function Bar(
  { project, y, scale, timings, mayMove }: ChartProps & { project: RoadmapProject; y: number },
) {
  const { begin, end, late, early } = timings.get(project.id)!;
  const [x, to] = [scale.at(begin), scale.after(end)];
  const width = Math.max(0, to - x);
  const open = project.startDate === null
    ? "start"
    : project.targetDate === null
    ? "end"
    : undefined;
  const top = y + ABOVE;
  return (
    <g
      class="bar-of"
      data-bar={project.key}
      data-movable={mayMove(project) || undefined}
      data-status={project.status}
      data-late={late || undefined}
      data-early={early.length > 0 || undefined}
      data-open={open}
    >
      <rect class="bar-ground" x={`${x}%`} y={top} width={`${width}%`} height={BAR} rx="4" />
      <rect
        class="bar-done"
        x={`${x}%`}
        y={top}
        width={`${(width * shareDone(project.progress)) / 100}%`}
        height={BAR}
        rx="4"
      />
      {mayMove(project) && (
        <>
          <rect class="bar-edge" data-edge="start" x={`${x}%`} y={top} width="8" height={BAR} />
          <svg x={`${to}%`} y={top} overflow="visible">
            <rect class="bar-edge" data-edge="target" x="-8" width="8" height={BAR} />
          </svg>
        </>
      )}
      {project.milestones.map(({ name, targetDate }) =>
        targetDate && targetDate >= scale.range.from && targetDate <= scale.range.to && (
          <svg x={`${scale.after(targetDate)}%`} y={y + ROW / 2} overflow="visible">
            <path class="milestone" d="M0-6 6 0 0 6-6 0z">
              <title>{name}</title>
            </path>
          </svg>
        )
      )}
      <text class="bar-name" x={`${to}%`} y={y + ROW / 2} dx="10" dy="4">{project.name}</text>
    </g>
  );
}
