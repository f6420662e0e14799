import type { Project } from "../../server/domain/projects/schema.ts";
import { ProjectStatusMark } from "../projects/marks.tsx";
import { projectDatesPath } from "../roadmap_paths.ts";
import { projectPath } from "../project_paths.ts";

/** Projects without a date, each with the form that gives it some. */
export function Tray({ undated, mayMove }: {
  undated: readonly Project[];
  mayMove(project: Pick<Project, "leadId">): boolean;
}) {
  if (undated.length === 0) return null;
  return (
    <section class="roadmap-tray" aria-labelledby="undated">
      <h2 id="undated">
        Without dates <span class="count">{undated.length}</span>
      </h2>
      <ul>
        {undated.map((project) => (
          <li id={`undated-${project.id}`}>
            <ProjectStatusMark status={project.status} />
            <a href={projectPath(project.key)} dir="auto">{project.name}</a>
            {mayMove(project) && <DatesForm project={project} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DatesForm({ project }: { project: Project }) {
  const { id, key, name, version } = project;
  const path = projectDatesPath(key);
  const field = (field: "startDate" | "targetDate", label: string) => (
    <label>
      <span>{label}</span>
      <input
        class="input"
        type="date"
        name={field}
        aria-label={`${label} of ${name}`}
      />
    </label>
  );
  return (
    <form id={`dates-${id}`} method="post" action={path} hx-post={path} data-next="#undated">
      <input type="hidden" name="version" value={version} />
      {field("startDate", "Start")}
      {field("targetDate", "Target")}
      <button type="submit" class="button">Set dates</button>
    </form>
  );
}
