import type { Project, RoadmapProject } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { Main } from "../layouts/shell.tsx";
import { BarMenu } from "../parts/bar_menu.tsx";
import type { ProjectFilterField } from "../project_list_paths.ts";
import { projectsPath } from "../project_paths.ts";
import { Empty } from "../ui/empty.tsx";
import type { PageClock } from "../ui/time.tsx";
import {
  type RoadmapFilter,
  roadmapFoldsPath,
  roadmapFor,
  roadmapMenuFor,
  type RoadmapQuery,
  type Zoom,
  zooms,
} from "../roadmap_paths.ts";
import { roadmapRows } from "./rows.ts";
import type { TimeScale } from "./time_scale.ts";
import { RoadmapChart } from "./chart.tsx";
import type { Timing } from "./timing.ts";
import { Tray } from "./tray.tsx";

/** When a project begins and is due, as it is typed. */
export interface TypedDates {
  startDate?: unknown;
  targetDate?: unknown;
}

export interface RoadmapProps {
  query: RoadmapQuery;
  /** The keys of its groups that are folded. */
  folded: readonly string[];
  /** The filters that hold, each with what its value is called. */
  chips: readonly { field: RoadmapFilter | ProjectFilterField; name: string; value: string }[];
  /** What of them names nothing that is there. */
  invalid: readonly string[];
  scale: TimeScale;
  clock: PageClock;
  /** Those that are shown, by when they begin. */
  projects: readonly RoadmapProject[];
  /** Every one that may be named, by its id. */
  byId: ReadonlyMap<string, RoadmapProject>;
  timings: ReadonlyMap<string, Timing>;
  /** Those without any date. */
  undated: readonly Project[];
  /** The key of the one whose form is open, and how that was typed where it was refused. */
  dating: { key: string; typed: (TypedDates & { error: string }) | null } | null;
  mayMove(project: Pick<Project, "leadId">): boolean;
}

const zoomWords: Record<Zoom, string> = {
  weeks: "Weeks",
  months: "Months",
  quarters: "Quarters",
};

/** What is beside the title of the roadmap: how close one looks, from when, and which of it. */
export function RoadmapBar({ query, scale }: Pick<RoadmapProps, "query" | "scale">) {
  const { earlier, later } = scale.steps;
  const step = (name: string, from: string | undefined, icon: "chevron-right" | "chevron-left") => (
    <a
      class="button"
      data-kind="quiet"
      data-shape="icon"
      href={roadmapFor({ ...query, from })}
      aria-label={name}
      data-next="here"
      id={`roadmap-${icon}`}
    >
      <Icon name={icon} />
    </a>
  );
  return (
    <>
      <h1>Roadmap</h1>
      <nav class="bar-parts roadmap-zooms" aria-label="Zoom">
        {zooms.map((zoom) => (
          <a
            class="button"
            data-kind="quiet"
            href={roadmapFor({ ...query, zoom })}
            aria-current={zoom === query.zoom ? "true" : undefined}
            data-zoom={zoom}
            data-next="here"
            id={`zoom-${zoom}`}
          >
            {zoomWords[zoom]}
          </a>
        ))}
      </nav>
      <div class="roadmap-steps">
        {step("A year earlier", earlier, "chevron-left")}
        <a
          class="button"
          data-kind="quiet"
          id="roadmap-today"
          href={roadmapFor({ ...query, from: undefined })}
          data-next="here"
        >
          Today
        </a>
        {step("A year later", later, "chevron-right")}
      </div>
      <BarMenu
        name="Filter"
        icon="filter"
        href={roadmapMenuFor("filter", query)}
        menu="filter"
        keys="f"
        id="roadmap-filter"
      />
      <BarMenu
        name="Display"
        icon="display"
        href={roadmapMenuFor("display", query)}
        menu="roadmap-display"
        id="roadmap-display"
      />
    </>
  );
}

/** The chart, and below it what has no dates. */
export function RoadmapMain(props: RoadmapProps) {
  const { query, folded, chips, projects, undated } = props;
  const rows = roadmapRows(projects, query.group, folded);
  // What has no dates can begin an empty one
  const chart = projects.length > 0 || (undated.length > 0 && chips.length === 0 && !query.from);
  return (
    <Main kind="roadmap" list>
      <Chips query={query} chips={chips} />
      {projects.length === 0 && <NothingOnRoadmap {...props} />}
      {chart && (
        <>
          <CarrySwitch />
          {query.group !== "none" && (
            <form
              hidden
              id="roadmap-folds"
              method="post"
              action={roadmapFoldsPath}
              hx-post={roadmapFoldsPath}
            />
          )}
          <RoadmapChart {...props} rows={rows} />
        </>
      )}
      <Tray {...props} chart={chart} />
    </Main>
  );
}

/** Whether what waits moves along, and by which keys dates are changed; without scripts neither is there. */
function CarrySwitch() {
  return (
    <p class="roadmap-carry">
      <label>
        <input type="checkbox" id="roadmap-carry" /> Move what waits along
      </label>
      <span class="hint">
        Drag a bar or its ends, or press <kbd>Alt</kbd> with <kbd>←</kbd> <kbd>→</kbd>{" "}
        on a project; with <kbd>Shift</kbd> too, its end alone moves.
      </span>
    </p>
  );
}

function Chips({ query, chips }: Pick<RoadmapProps, "query" | "chips">) {
  if (chips.length === 0) return null;
  return (
    <ul class="roadmap-chips" aria-label="Filters">
      {chips.map(({ field, name, value }) => (
        <li>
          <a
            class="button"
            href={roadmapFor({ ...query, [field]: undefined })}
            data-next="#roadmap-filter"
            aria-label={`${name} ${value}: remove`}
          >
            {name} <bdi>{value}</bdi> <Icon name="close" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function NothingOnRoadmap({ query, chips, undated, invalid }: RoadmapProps) {
  if (chips.length > 0 || query.from) {
    const all = { zoom: query.zoom, group: query.group };
    if (invalid.length > 0) {
      return (
        <Empty
          icon="filter"
          title="These filters can't be used"
          actions={<a class="button" href={roadmapFor(all)}>Show all around today</a>}
        >
          {invalid.join(" ")}
        </Empty>
      );
    }
    return (
      <Empty
        icon="calendar"
        title="No project is under way then"
        actions={<a class="button" href={roadmapFor(all)}>Show all around today</a>}
      >
        None of the projects that you see, as they are filtered, has dates in these months.
      </Empty>
    );
  }
  return (
    <Empty
      icon="calendar"
      title="No project has a date yet"
      actions={<a class="button" data-kind="primary" href={projectsPath}>Go to the projects</a>}
    >
      The roadmap shows projects by when they begin and are due. Give one a date
      {undated.length > 0 && ", here below or"} on its page, and it stands on the chart.
    </Empty>
  );
}
