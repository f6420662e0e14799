import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { shareDone } from "../projects/marks.tsx";
import type { RoadmapProps } from "./roadmap.tsx";
import { ROW } from "./rows.ts";
import { RoadmapTable, type TableProps } from "./table.tsx";
import type { Timing } from "./timing.ts";

/** Height of a bar, and its distance from the top of the row. */
const BAR = 20;
const ABOVE = (ROW - BAR) / 2;

/** Number of rows of an empty chart, onto which projects without dates can be dropped. */
const FREE_ROWS = 3;

type ChartProps = Pick<RoadmapProps, "query" | "scale"> & TableProps;

/** Projects by date: names on the left for the keyboard, and bars for the pointer. */
export function RoadmapChart(props: ChartProps) {
  const { query, scale, rows } = props;
  const width = scale.width(query.zoom);
  return (
    <div
      class="roadmap-scroll"
      id="roadmap"
      role="region"
      aria-label="Timeline"
      // Names of projects get the focus. An empty chart gets it itself, so that keys can scroll the chart.
      tabindex={rows.length === 0 ? 0 : undefined}
      data-zoom={query.zoom}
      data-widths={scale.widths}
      data-days={scale.days}
      data-first={String(scale.first)}
      data-today={scale.at(scale.today)}
    >
      <svg class="roadmap-ticks" width={width} height={ROW} aria-hidden="true">
        {scale.ticks.map(({ zoom, at, name }) => (
          <text data-zoom={zoom} x={`${at}%`} y="22" dx="6">{name}</text>
        ))}
        <circle class="roadmap-now" cx={`${scale.at(scale.today)}%`} cy={ROW - 4} r="4">
          <title>Today</title>
        </circle>
      </svg>
      <RoadmapTable {...props} />
      <svg
        class="roadmap-bars"
        width={width}
        height={heightOf(rows)}
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

const heightOf = (rows: ChartProps["rows"]) => (rows.length || FREE_ROWS) * ROW;

/** Lines at the start of weeks, months, and quarters, and at today. */
function Lines({ scale, rows }: ChartProps) {
  const height = heightOf(rows);
  return (
    <>
      {scale.ticks.map(({ zoom, at }) => (
        <line class="roadmap-line" data-zoom={zoom} x1={`${at}%`} x2={`${at}%`} y2={height} />
      ))}
      {rows.map((row, at) =>
        row.project
          ? null
          : <rect class="roadmap-band" y={at * ROW} width="100%" height={ROW - 1} />
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
 * Arrows from the end of a blocking project to the start of the blocked one: down, then across. If that starts earlier,
 * the arrow ends at its bar.
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
        <path id="diamond" d="M0-6 6 0 0 6-6 0z" />
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
  const movable = mayMove(project);
  const done = shareDone(project.progress);
  const open = project.startDate === null
    ? "start"
    : project.targetDate === null
    ? "end"
    : undefined;
  return (
    <>
      <svg
        class="bar-of"
        data-bar={project.key}
        data-movable={movable || undefined}
        data-status={project.status}
        data-late={late || undefined}
        data-early={early.length > 0 || undefined}
        data-open={open}
        x={`${x}%`}
        y={y + ABOVE}
        width={`${Math.max(0, rounded(to - x))}%`}
        height={BAR}
      >
        <rect class="bar-ground" />
        {done > 0 && <rect class="bar-done" width={`${done}%`} />}
        {movable && (
          <>
            <rect class="bar-edge" data-edge="start" />
            <rect class="bar-edge" data-edge="target" />
          </>
        )}
      </svg>
      {project.milestones.map(({ name, targetDate }) =>
        targetDate && targetDate >= scale.range.from && targetDate <= scale.range.to && (
          <use
            class="roadmap-milestone"
            href="#diamond"
            x={`${scale.after(targetDate)}%`}
            y={y + ROW / 2}
          >
            <title>{name}</title>
          </use>
        )
      )}
    </>
  );
}

const rounded = (percent: number) => Math.round(100 * percent) / 100;
