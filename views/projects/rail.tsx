import type { Child } from "hono/jsx";
import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { projectMenuPath } from "../project_detail_paths.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import { projectProperties, type ProjectProperty, projectPropertyOf } from "./properties/all.ts";

interface RailProps {
  project: ProjectDetail;
  clock: PageClock;
  /** Why the viewer can't change them; null where they can. */
  refusal: string | null;
}

/** A project's properties, each a menu that opens with one key; for who may not change them, plain text. */
export function ProjectRail({ project, clock, refusal }: RailProps) {
  const Property = refusal ? FixedProperty : MenuProperty;
  return (
    <aside class="rail project-rail" aria-label="Properties">
      <dl>
        {projectProperties.map((property) => (
          <Property project={project} property={property}>
            {projectPropertyOf(property).value(project, clock)}
          </Property>
        ))}
      </dl>
      {refusal && project.archivedAt === null && <p class="rail-note">{refusal}</p>}
      <p class="rail-foot">
        Created by <bdi>{project.creator.name}</bdi> {Ago({ at: project.createdAt, clock })}
        <br />
        Changed {Ago({ at: project.updatedAt, clock })}
        {project.formerKeys.length > 0 && (
          <>
            <br />
            Formerly {project.formerKeys.join(", ")}
          </>
        )}
      </p>
    </aside>
  );
}

interface PropertyProps {
  project: ProjectDetail;
  property: ProjectProperty;
  children?: Child;
}

function MenuProperty({ project, property, children }: PropertyProps) {
  const { name, key } = projectPropertyOf(property);
  return (
    <div>
      <dt id={`property-${property}`}>{name}</dt>
      <dd>
        <a
          class="rail-value"
          id={`value-${property}`}
          href={projectMenuPath(project.id, property)}
          data-menu={property}
          aria-labelledby={`property-${property} value-${property}`}
          aria-keyshortcuts={key}
        >
          {children}
        </a>
      </dd>
    </div>
  );
}

function FixedProperty({ property, children }: PropertyProps) {
  return (
    <div>
      <dt>{projectPropertyOf(property).name}</dt>
      <dd class="rail-value" data-property={property}>{children}</dd>
    </div>
  );
}
