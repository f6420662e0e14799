import type { Project } from "../../server/domain/projects/schema.ts";
import { ProjectStatusMark } from "../projects/marks.tsx";
import { projectPath } from "../project_paths.ts";
import { projectDatesPath, roadmapFor } from "../roadmap_paths.ts";
import { KeptForm } from "../ui/kept_form.tsx";
import type { RoadmapProps, TypedDates } from "./roadmap.tsx";
import { rowId } from "./rows.ts";
import { datesFor } from "./table.tsx";

type TrayProps = Pick<RoadmapProps, "query" | "undated" | "dating" | "mayMove"> & {
  /** Whether there is a chart to drag projects onto. */
  chart: boolean;
};

/** Projects without dates. People can drag them onto the chart or use a form. */
export function Tray({ query, undated, dating, mayMove, chart }: TrayProps) {
  if (undated.length === 0) return null;
  return (
    <section class="roadmap-tray" aria-labelledby="undated">
      <h2 id="undated">
        No dates <span class="count">{undated.length}</span>
      </h2>
      {chart && (
        <p class="hint">
          Drag a project onto the chart. To start a project today, focus it and press <kbd>Alt</kbd>
          {" "}
          and <kbd>→</kbd>.
        </p>
      )}
      <ul aria-labelledby="undated">
        {undated.map((project) => (
          <li
            class="row roadmap-undated"
            id={rowId(null, project.key)}
            data-project={project.key}
            {...mayMove(project) ? datesFor(project) : {}}
          >
            <ProjectStatusMark status={project.status} />
            <a class="row-title" href={projectPath(project.key)}>{project.name}</a>
            {mayMove(project) && (project.key === dating?.key
              ? <DatesForm query={query} project={project} typed={dating.typed} />
              : <DatesLink query={query} project={project} />)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const formId = (key: string) => `dates-${key}`;
const linkId = (key: string) => `set-${key}`;

/** Attributes of a link that opens or closes the form. */
const inPlace = (href: string, next: string) => ({
  href,
  "hx-get": href,
  "hx-target": "#main",
  "hx-replace-url": "true",
  "data-next": next,
});

type OneProps = Pick<TrayProps, "query"> & { project: Project };

function DatesLink({ query, project: { key, name } }: OneProps) {
  const way = inPlace(roadmapFor({ ...query, dates: key }), `#${formId(key)} input[type=date]`);
  return (
    <a class="button" data-kind="quiet" id={linkId(key)} {...way}>
      Set dates<span class="unseen">{` for ${name}`}</span>
    </a>
  );
}

function DatesForm({ query, project: { id, key, name, version }, typed }: OneProps & {
  typed: (TypedDates & { error: string }) | null;
}) {
  const field = (field: keyof TypedDates, label: string) => (
    <label>
      <span>{label}</span>
      <input
        class="input"
        type="date"
        name={field}
        value={String(typed?.[field] ?? "")}
        aria-label={`${label} for ${name}`}
      />
    </label>
  );
  return (
    <KeptForm
      id={formId(key)}
      action={projectDatesPath(key)}
      keeps={`${id}:dates`}
      keepsAll
      error={typed?.error}
    >
      <input type="hidden" name="version" value={String(version)} />
      {field("startDate", "Start date")}
      {field("targetDate", "Target date")}
      <span class="form-actions">
        <button type="submit" class="button">Set dates</button>
        <a
          class="button"
          data-kind="quiet"
          data-cancel
          {...inPlace(roadmapFor(query), `#${linkId(key)}`)}
        >
          Cancel
        </a>
      </span>
    </KeptForm>
  );
}
