import type { ProfileRef } from "../../server/domain/refs/schema.ts";
import type { ProjectGrouping } from "../../server/domain/projects/schema.ts";
import type { Child } from "hono/jsx";
import type { Health, Priority, ProjectStatus } from "../../server/domain/vocabulary.ts";
import {
  projectDisplayMenuPath,
  type ProjectFilterField,
  projectFilterMenuPath,
  projectListPath,
  type ProjectQuery,
} from "../project_list_paths.ts";
import { Icon } from "../icons.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { type Choice, Menu } from "../ui/menu.tsx";
import { PriorityMark } from "../ui/marks.tsx";
import { priorityOrder, priorityWords } from "../ui/words.ts";
import {
  projectFilterWords,
  projectGroupingWords,
  projectSortWords,
  severalValues,
} from "./list_words.ts";
import { HealthDot, healthWords, ProjectStatusMark, projectStatusWords } from "./marks.tsx";

/** Records that the filter menu offers. */
export interface ProjectFilterLists {
  people: readonly ProfileRef[];
  /** Whether typing finds more people. */
  more: boolean;
  teams: readonly { id: string; key: string; name: string }[];
  labels: readonly { id: string; name: string; color: string }[];
}

/** A value of a filter in a menu. */
interface Value {
  value: string;
  name: string;
  hint?: string;
  icon?: Child;
}

/** The menu of filter values, of all filters or of one. Each value is a link that adds or removes it. */
export function ProjectFilterMenu({ query, of, lists, q }: {
  query: ProjectQuery;
  of: ProjectFilterField | undefined;
  lists: ProjectFilterLists;
  /** The typed text. */
  q: string;
}) {
  const fields = of ? [of] : Object.keys(projectFilterWords) as ProjectFilterField[];
  const fits = ({ name, hint = "" }: Value) =>
    `${name} ${hint}`.toLowerCase().includes(q.toLowerCase());
  const groups = fields.map((field) => ({
    ...(of ? {} : { name: projectFilterWords[field] }),
    choices: [
      ...(of ? [] : allValues(query, field, q)),
      ...valuesFor(field, lists, of).filter((value) => isSought(field) || fits(value))
        .map(({ value, ...shown }): Choice => ({ ...shown, ...switched(query, field, value, of) })),
    ],
  }));
  return (
    <Menu
      name={of ? projectFilterWords[of] : "Filter"}
      many={of !== undefined && severalValues.includes(of)}
      finds={lists.more && (!of || isSought(of))
        ? { path: projectFilterMenuPath(query, of), q, field: "find", rest: q === "" }
        : undefined}
      groups={groups.filter(({ choices }) => choices.length > 0)}
    />
  );
}

/** Returns a link to the menu of a filter, if the typed text matches the filter's name. */
function allValues(query: ProjectQuery, field: ProjectFilterField, q: string): Choice[] {
  const name = projectFilterWords[field];
  if (!name.toLowerCase().includes(q.toLowerCase())) return [];
  const href = projectFilterMenuPath(query, field);
  return [{ name: `${name}…`, href, menu: "filter-values", ...(q === "" && { typed: true }) }];
}

/** Returns whether the server finds the values of a filter. */
function isSought(field: ProjectFilterField): boolean {
  return field === "leadId" || field === "memberId";
}

/** @param of the filter of the menu, or undefined for all filters */
function valuesFor(
  field: ProjectFilterField,
  { people, teams, labels }: ProjectFilterLists,
  of: ProjectFilterField | undefined,
): Value[] {
  switch (field) {
    case "status":
      return Object.entries(projectStatusWords).map(([value, name]) => ({
        value,
        name,
        icon: <ProjectStatusMark status={value as ProjectStatus} />,
      }));
    case "health":
      return [
        ...Object.entries(healthWords).map(([value, name]) => ({
          value,
          name,
          icon: <HealthDot health={value as Health} />,
        })),
        { value: "none", name: "No update", icon: <span class="dot" aria-hidden="true"></span> },
      ];
    case "priority":
      return priorityOrder.map((value: Priority) => ({
        value,
        name: priorityWords[value],
        icon: <PriorityMark priority={value} />,
      }));
    case "leadId":
    case "memberId":
      return [
        { value: "me", name: "Me" },
        ...(field === "leadId" ? [{ value: "none", name: "No lead" }] : []),
        ...people.map((person) => ({
          value: person.id,
          name: person.name,
          hint: person.username,
          icon: <Avatar person={person} />,
        })),
      ];
    case "teamId":
      return teams.map(({ id, key, name }) => ({ value: id, name, hint: key }));
    case "archived":
      return [{
        value: "true",
        name: of ? "Yes" : "Archived projects",
        icon: <Icon name="archive" />,
      }];
    case "label":
      return labels.map(({ id, name, color }) => ({
        value: id,
        name,
        icon: <span class="dot" data-color={color}></span>,
      }));
  }
}

/** Returns a link to the list that adds the value, or removes it if the filter has it. */
function switched(
  query: ProjectQuery,
  field: ProjectFilterField,
  value: string,
  of: ProjectFilterField | undefined,
) {
  const now = query[field]?.split(",") ?? [];
  const chosen = now.includes(value);
  const several = severalValues.includes(field);
  const values = chosen ? now.filter((one) => one !== value) : several ? [...now, value] : [value];
  const next = { ...query, rows: undefined, [field]: values.join(",") || undefined };
  const again = of && several ? { again: projectFilterMenuPath(next, of) } : {};
  return { chosen, href: projectListPath(next), ...again };
}

/** The menu of layout, grouping, and sorting. */
export function ProjectDisplayMenu({ query }: { query: ProjectQuery }) {
  const choice = (name: string, chosen: boolean, next: ProjectQuery): Choice => ({
    name,
    chosen,
    href: projectListPath(next),
    again: projectDisplayMenuPath(next),
  });
  const by = query.group ?? "status";
  const sort = query.sort ?? "-createdAt";
  return (
    <Menu
      name="Display"
      many
      groups={[
        {
          name: "Layout",
          choices: ([["List", undefined], ["Board", "board"]] as const).map(([name, layout]) =>
            choice(name, query.layout === layout, { ...query, layout })
          ),
        },
        {
          name: query.layout === "board" ? "Group by (list only)" : "Group by",
          choices: (Object.keys(projectGroupingWords) as ProjectGrouping[]).map((word) =>
            choice(projectGroupingWords[word], word === by, {
              ...query,
              group: word === "status" ? undefined : word,
            })
          ),
        },
        {
          name: "Sort",
          choices: Object.entries(projectSortWords).map(([word, name]) =>
            choice(name, word === sort, {
              ...query,
              sort: word === "-createdAt" ? undefined : word,
            })
          ),
        },
      ]}
    />
  );
}
