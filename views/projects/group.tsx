import type { Child } from "hono/jsx";
import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { Project } from "../../server/domain/projects/schema.ts";
import type { Health, Priority, ProjectStatus } from "../../server/domain/vocabulary.ts";
import { Icon } from "../icons.tsx";
import { Avatar, Unassigned } from "../ui/avatar.tsx";
import { PriorityMark } from "../ui/marks.tsx";
import type { PageClock } from "../ui/time.tsx";
import type { ProjectGrouping } from "../../server/domain/projects/schema.ts";
import { HealthDot, ProjectStatusMark } from "./marks.tsx";
import { ProjectRow, projectRowId } from "./row.tsx";

/** A group of projects with a common value. */
export interface ProjectGroup {
  by: ProjectGrouping;
  /** A status, a health, a priority, the ID of a lead or label, `none`, or `all`. */
  key: string;
  name: string;
  color?: string | undefined;
  /** The kind and color of the lead's avatar. */
  person?: Pick<ProfileRef, "kind" | "color"> | undefined;
  /** Number of projects in the group. */
  count: number;
  /** The shown projects. */
  projects: readonly Project[];
  /** The URL with more projects and the key of the next one, or null if all are shown. */
  more: { href: string; next: string } | null;
}

/** A group of projects: a header that folds, rows, and a link to more rows. */
export function ProjectGroupSection({ group, clock, folded }: {
  group: ProjectGroup;
  clock: PageClock;
  /** Keys of the folded groups. */
  folded: readonly string[];
}) {
  if (group.by === "none") return <Rows group={group} clock={clock} />;
  return (
    <section class="group project-group" id={`group-${group.key}`} data-by={group.by}>
      <details open={!folded.includes(group.key)}>
        <summary class="group-head">
          <span class="group-fold">
            <Icon name="chevron-down" />
          </span>
          <ProjectGroupMark group={group} />
          <h2>{group.name}</h2>
          <ProjectCount count={group.count} />
        </summary>
        <Rows group={group} clock={clock} />
      </details>
    </section>
  );
}

/** The number of projects in a group. */
export function ProjectCount({ count }: { count: number }) {
  return (
    <span class="group-count number">
      {count}
      <span class="unseen">{count === 1 ? " project" : " projects"}</span>
    </span>
  );
}

function Rows({ group, clock }: { group: ProjectGroup; clock: PageClock }) {
  const within = group.by === "label" ? group.key : undefined;
  return (
    <ul class="rows" aria-label={group.name} x-ignore>
      {group.projects.map((project) => (
        <ProjectRow project={project} clock={clock} within={within} />
      ))}
      {group.more && <MoreProjects group={group} within={within} />}
    </ul>
  );
}

/** The link to the rest of a group. */
export function MoreProjects({ group: { more, name }, within }: {
  group: ProjectGroup;
  within: string | undefined;
}) {
  if (!more) return null;
  return (
    <li class="more">
      <a href={more.href} data-next={`#${projectRowId(more.next, within)}`}>
        Show more<span class="unseen">{` of ${name}`}</span>
      </a>
    </li>
  );
}

/** The icon of a group. */
export function ProjectGroupMark({ group }: { group: ProjectGroup }): Child {
  const { by, key, color } = group;
  switch (by) {
    case "status":
      return <ProjectStatusMark status={key as ProjectStatus} />;
    case "priority":
      return <PriorityMark priority={key as Priority} />;
    case "health":
      return key === "none" ? null : <HealthDot health={key as Health} />;
    case "lead":
      return key === "none"
        ? <Unassigned />
        : <Avatar person={{ color: null, ...group.person, name: group.name }} />;
    case "label":
      return <span class="dot" data-color={color} aria-hidden="true"></span>;
    case "none":
      return null;
  }
}
