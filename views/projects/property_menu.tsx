import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { projectMenuPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { OtherDay } from "../parts/other_values.tsx";
import { offeredChoices } from "../parts/offered_choices.ts";
import { Menu, MenuForm, MenuNote } from "../ui/menu.tsx";
import { type ProjectProperty, projectPropertyOf } from "./properties/all.ts";
import type { ChoosingForProject } from "./properties/property.ts";

interface ProjectPropertyMenuProps extends ChoosingForProject {
  project: ProjectDetail;
  property: ProjectProperty;
  /** The typed text that filters the choices. */
  q: string;
  /** Why the viewer can't change the project. */
  refusal: string | null;
}

/** The menu of a project's property, or the reason why the viewer can't change it. */
export function ProjectPropertyMenu(
  { property, q, refusal, ...choosing }: ProjectPropertyMenuProps,
) {
  const { project, options } = choosing;
  const of = projectPropertyOf(property);
  const name = `${of.name} of ${project.key}`;
  if (refusal) return <MenuNote name={name}>{refusal}</MenuNote>;
  const all = of.choices(choosing);
  if (all.length === 0 && !q && of.nothing) return <MenuNote name={name}>{of.nothing}</MenuNote>;
  const path = projectMenuPath(project.id, property);
  const note = of.note?.(project);
  return (
    <Menu
      name={name}
      action={projectPath(project.id)}
      many={of.many}
      sets={property}
      at={path}
      {...offeredChoices(of, all, { ...options, q, path })}
      below={note
        ? <p class="menu-hint">{note}</p>
        : of.day && <AnotherDay project={project} property={property} />}
    />
  );
}

/** The field for a date that isn't offered. */
function AnotherDay({ project, property }: {
  project: ProjectDetail;
  property: ProjectProperty;
}) {
  const { field } = projectPropertyOf(property);
  const day = field === "startDate" ? project.startDate : project.targetDate;
  return (
    <MenuForm action={projectPath(project.id)} class="menu-form">
      <OtherDay name={field} value={day} />
    </MenuForm>
  );
}
