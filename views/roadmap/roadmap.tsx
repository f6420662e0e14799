import type { Project, RoadmapProject } from "../../server/domain/projects/schema.ts";
import { guides } from "../docs_paths.ts";
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

/** A project's dates as typed. */
export interface TypedDates {
  startDate?: unknown;
  targetDate?: unknown;
}

export interface RoadmapProps {
  query: RoadmapQuery;
  /** Keys of the folded groups. */
  folded: readonly string[];
  /** The active filters with the names of their values. */
  chips: readonly { field: RoadmapFilter | ProjectFilterField; says: string; value: string }[];
  /** Messages about invalid filters. */
  invalid: readonly string[];
  scale: TimeScale;
  clock: PageClock;
  /** The shown projects, by start. */
  projects: readonly RoadmapProject[];
  /** All projects with dates, by ID. */
  byId: ReadonlyMap<string, RoadmapProject>;
  timings: ReadonlyMap<string, Timing>;
  /** Projects without dates. */
  undated: readonly Project[];
  /** The key of the project whose dates form is open. A refused form keeps its values. */
  dating: { key: string; typed: (TypedDates & { error: string }) | null } | null;
  mayMove(project: Pick<Project, "leadId">): boolean;
}

const zoomWords: Record<Zoom, string> = {
  weeks: "Weeks",
  months: "Months",
  quarters: "Quarters",
};

/** The bar of the roadmap: zoom, period, filter, and display. */
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
        {step("Previous year", earlier, "chevron-left")}
        <a
          class="button"
          data-kind="quiet"
          id="roadmap-today"
          href={roadmapFor({ ...query, from: undefined })}
          data-next="here"
        >
          Today
        </a>
        {step("Next year", later, "chevron-right")}
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

/** The chart, and below it projects without dates. */
export function RoadmapMain(props: RoadmapProps) {
  const { query, folded, chips, projects, undated } = props;
  const rows = roadmapRows(projects, query.group, folded);
  // Projects without dates can be dropped onto an empty chart
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

/** The checkbox that also moves dependent projects, and a hint about keys. Both need scripts. */
function CarrySwitch() {
  return (
    <p class="roadmap-carry">
      <label>
        <input type="checkbox" id="roadmap-carry" /> Move dependent projects too
      </label>
      <span class="hint">
        To change dates, drag a bar or its ends, or focus a project and press <kbd>Alt</kbd>{" "}
        and an arrow key. With <kbd>Shift</kbd>, only the target date moves.
      </span>
    </p>
  );
}

function Chips({ query, chips }: Pick<RoadmapProps, "query" | "chips">) {
  if (chips.length === 0) return null;
  return (
    <ul class="roadmap-chips" aria-label="Filters">
      {chips.map(({ field, says, value }) => (
        <li>
          <a
            class="button"
            href={roadmapFor({ ...query, [field]: undefined })}
            data-next="#roadmap-filter"
            aria-label={`Remove filter: ${says}${value}`}
          >
            {says}
            <bdi>{value}</bdi> <Icon name="close" />
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
          guide={guides.roadmap}
          actions={<a class="button" href={roadmapFor(all)}>Reset roadmap</a>}
        >
          {invalid.join(" ")}
        </Empty>
      );
    }
    return (
      <Empty
        icon="calendar"
        title="No projects in this period"
        guide={guides.roadmap}
        actions={<a class="button" href={roadmapFor(all)}>Reset roadmap</a>}
      >
        No matching project has dates in these months.
      </Empty>
    );
  }
  return (
    <Empty
      icon="calendar"
      title="No projects with dates yet"
      guide={guides.roadmap}
      actions={<a class="button" data-kind="primary" href={projectsPath}>Open projects</a>}
    >
      The roadmap shows projects by start and target date. Set dates{" "}
      {undated.length > 0 && "below or "}
      on a project's page.
    </Empty>
  );
}
