import { projectListPath, type ProjectQuery } from "../../../views/project_list_paths.ts";
import type { ProjectGroup } from "../../../views/projects/group.tsx";
import type { ProjectGrouping } from "../../domain/projects/schema.ts";
import { healthWords, projectStatusWords } from "../../../views/projects/marks.tsx";
import { priorityOrder, priorityWords } from "../../../views/ui/words.ts";
import type { FoundProjectGroup } from "../../domain/projects/group.ts";
import type { ProjectStatus } from "../../domain/vocabulary.ts";
import type { Project } from "../../domain/projects/schema.ts";
import { FIRST_ROWS } from "./list_query.ts";

/** A group that a project is in. */
interface Kin {
  key: string;
  name: string;
  color?: string;
  person?: Project["lead"] & object;
}

const nobody = { key: "none", name: "No lead" };
const unlabelled = { key: "none", name: "No label" };
const unheard = { key: "none", name: "No update" };

/** Returns the groups of a project. */
const kinOf: Record<ProjectGrouping, (project: Project) => readonly Kin[]> = {
  status: ({ status }) => [{ key: status, name: projectStatusWords[status] }],
  health: ({ health }) => [health ? { key: health, name: healthWords[health] } : unheard],
  priority: ({ priority }) => [{ key: priority, name: priorityWords[priority] }],
  lead: ({ lead }) => [lead ? { key: lead.id, name: lead.name, person: lead } : nobody],
  label: ({ labels }) =>
    labels.length > 0
      ? labels.map(({ id, name, color }) => ({ key: id, name, color }))
      : [unlabelled],
  none: () => [{ key: "all", name: "Projects" }],
};

/** The fixed orders of groups. Other groups are sorted by name. */
const inOrder: Partial<Record<ProjectGrouping, readonly string[]>> = {
  status: Object.keys(projectStatusWords),
  health: ["offTrack", "atRisk", "onTrack", "none"],
  priority: priorityOrder,
};

/** The columns of a board, from first to last status. */
const asWorkGoes: readonly ProjectStatus[] = [
  "backlog",
  "planned",
  "active",
  "completed",
  "cancelled",
];

/** Returns the grouping of a list. Boards group by status. */
export function shownGrouping({ layout, group }: ProjectQuery): ProjectGrouping {
  return layout === "board" ? "status" : (group ?? "status") as ProjectGrouping;
}

/** Returns the number of projects that each group shows. */
export const shownOf = ({ rows }: ProjectQuery) => Number(rows ?? FIRST_ROWS);

/** Returns the groups of a list as shown. */
export function shownGroups(
  found: readonly FoundProjectGroup[],
  query: ProjectQuery,
): ProjectGroup[] {
  const by = shownGrouping(query);
  const groups = found.map(({ key, count, projects, next }): ProjectGroup => {
    const kin = kinOf[by](projects[0]!).find((one) => one.key === key)!;
    const more = next === null ? null : { href: further(query, shownOf(query)), next };
    return { by, ...kin, count, projects, more };
  });
  if (query.layout !== "board") return groups.sort((one, other) => compare(by, one, other));
  if (groups.length === 0) return [];
  return asWorkGoes.map((key) =>
    groups.find((one) => one.key === key) ??
      { by, key, name: projectStatusWords[key], count: 0, projects: [], more: null }
  );
}

function further(query: ProjectQuery, shown: number): string {
  return projectListPath({ ...query, rows: String(shown + 2 * FIRST_ROWS) });
}

/** Compares groups. The group without a value is last. */
function compare(by: ProjectGrouping, one: ProjectGroup, other: ProjectGroup): number {
  const order = inOrder[by];
  if (order) return order.indexOf(one.key) - order.indexOf(other.key);
  const last = (kin: ProjectGroup) => kin.key === "none" ? 1 : 0;
  return last(one) - last(other) || one.name.localeCompare(other.name, "en");
}
