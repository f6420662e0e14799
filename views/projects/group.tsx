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

/** Projects that have something in common. */
export interface ProjectGroup {
  by: ProjectGrouping;
  /** A status, a health, a priority, a lead's or label's id, `none`, or `all`. */
  key: string;
  name: string;
  color?: string | undefined;
  /** How its lead is shown. */
  person?: Pick<ProfileRef, "kind" | "color"> | undefined;
  /** All that are in it. */
  count: number;
  /** Those that are shown. */
  projects: readonly Project[];
  /** Where more of them are, and the first of those; null where all are shown. */
  more: { href: string; next: string } | null;
}

/** One group of a list of projects: a header that folds, its rows and the way to more of them. */
export function ProjectGroupSection({ group, clock, folded }: {
  group: ProjectGroup;
  clock: PageClock;
  /** The groups of the list that are folded, by their keys. */
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

/** How many projects a group has. */
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

/** The way to the rest of a group. */
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

/** What a group is told by at a glance. */
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
