import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Rail } from "../parts/rail.tsx";
import { projectMenuPath } from "../project_detail_paths.ts";
import type { PageClock } from "../ui/time.tsx";
import { projectProperties, projectPropertyOf } from "./properties/all.ts";

interface RailProps {
  project: ProjectDetail;
  clock: PageClock;
  /** Why the viewer can't change the properties, or null if they can. */
  refusal: string | null;
}

/** A project's properties with their menus. */
export function ProjectRail({ project, clock, refusal }: RailProps) {
  return (
    <Rail
      class="project-rail"
      properties={projectProperties.map((property) => {
        const { name, key, value } = projectPropertyOf(property);
        const menu = projectMenuPath(project.id, property);
        return { property, name, key, menu, value: value(project, clock) };
      })}
      record={project}
      clock={clock}
      refusal={refusal}
      last={project.formerKeys.length > 0 && (
        <>
          <br />
          Formerly {project.formerKeys.join(", ")}
        </>
      )}
    />
  );
}
