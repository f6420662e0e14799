import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { overStatuses } from "../../server/domain/vocabulary.ts";
import type { ProjectRef } from "../../server/domain/refs/schema.ts";
import { Icon } from "../icons.tsx";
import {
  dependenciesPath,
  type DependencyKind,
  dependencyKinds,
  dependencyPath,
} from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { Menu, MenuNote } from "../ui/menu.tsx";
import { LinkedRecords } from "../parts/linked_records.tsx";
import { OpenLink } from "../parts/open_link.tsx";
import { DateRange, ProjectStatusMark, projectStatusWords } from "./marks.tsx";
import type { PageClock } from "../ui/time.tsx";

/** Names of the kinds of dependency. */
export const dependencyWords: Record<DependencyKind, string> = {
  blockedBy: "Blocked by",
  blocks: "Blocks",
};

interface DependenciesProps {
  project: ProjectDetail;
  writable: boolean;
  clock: PageClock;
}

/** The projects that block a project or are blocked by it. Those that start too early are marked. */
export function Dependencies({ project, writable, clock }: DependenciesProps) {
  const { dependencies } = project;
  const none = dependencyKinds.every((kind) => dependencies[kind].length === 0);
  if (none && !writable) return null;
  return (
    <section aria-labelledby="dependencies-title">
      <div class="detail-heading-row">
        <h2 id="dependencies-title" class="detail-heading">Dependencies</h2>
        {writable && (
          <span class="project-tasks-links">
            {dependencyKinds.map((kind) => (
              <OpenLink
                id={`add-${kind}`}
                href={dependencyPath(project.id, kind)}
                menu={kind}
                kind="quiet"
              >
                <Icon name="plus" />
                {dependencyWords[kind]}
              </OpenLink>
            ))}
          </span>
        )}
      </div>
      {none && <p class="detail-none">No dependencies yet</p>}
      {dependencyKinds.map((kind) => (
        <KindOfDependency project={project} writable={writable} clock={clock} kind={kind} />
      ))}
    </section>
  );
}

function KindOfDependency({ project, writable, clock, kind }: DependenciesProps & {
  kind: DependencyKind;
}) {
  const others = project.dependencies[kind];
  if (others.length === 0) return null;
  return (
    <>
      <LinkedRecords
        id={`dependencies-${kind}`}
        name={dependencyWords[kind]}
        writable={writable}
        records={others.map((other) => ({
          href: projectPath(other.id),
          mark: <ProjectStatusMark status={other.status} />,
          status: projectStatusWords[other.status],
          reference: other.key,
          name: other.name,
          closed: overStatuses.includes(other.status),
          besides: (
            <span class="detail-item-place">
              <DateRange project={other} clock={clock} />
            </span>
          ),
          after: other.beginsTooEarly && (
            <span class="badge begins-early">
              {kind === "blockedBy"
                ? `${project.key} starts before this target date`
                : `starts before the target date of ${project.key}`}
            </span>
          ),
          path: dependencyPath(project.id, kind, other.id),
        }))}
      />
      {writable && kind === "blocks" && others.some((one) => one.beginsTooEarly) && (
        <CarryAlong project={project} />
      )}
    </>
  );
}

/** The button that moves dependent projects to a project's target date. */
function CarryAlong({ project }: { project: ProjectDetail }) {
  const action = dependenciesPath(project.id);
  return (
    <form class="carry" method="post" action={action} hx-post={action} data-next="#add-blocks">
      <button type="submit" class="button" name="act" value="carry">
        Reschedule dependent projects
      </button>
      <span>Moves projects blocked by {project.key}, and the projects they block in turn.</span>
    </form>
  );
}

/** The menu that finds another project by its key or name. */
export function FindProjectMenu({ project, refusal, kind, q, found, more }: {
  project: ProjectDetail;
  /** Why the viewer can't change the project. */
  refusal: string | null;
  kind: DependencyKind;
  /** The typed text. */
  q: string;
  found: readonly ProjectRef[];
  more: boolean;
}) {
  const name = `${project.key}: ${dependencyWords[kind].toLowerCase()}`;
  if (refusal) return <MenuNote name={name}>{refusal}</MenuNote>;
  const path = dependencyPath(project.id, kind);
  const linked = new Set(project.dependencies[kind].map(({ id }) => id));
  const choices = found.filter(({ id }) => id !== project.id).map(({ id, key, name }) => ({
    name,
    hint: key,
    icon: <Icon name="project" />,
    chosen: linked.has(id),
    send: { name: "otherId", value: id },
  }));
  if (choices.length === 0 && !q) {
    return <MenuNote name={name}>No other projects yet</MenuNote>;
  }
  return (
    <Menu
      name={name}
      action={path}
      finds={more || q ? { path, q } : undefined}
      groups={[{ choices }]}
    />
  );
}
