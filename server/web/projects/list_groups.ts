import { projectListPath, type ProjectQuery } from "../../../views/project_list_paths.ts";
import type { ProjectGroup } from "../../../views/projects/group.tsx";
import type { ProjectGrouping } from "../../domain/projects/schema.ts";
import { healthWords, projectStatusWords } from "../../../views/projects/marks.tsx";
import { priorityOrder, priorityWords } from "../../../views/ui/words.ts";
import type { ProjectStatus } from "../../domain/vocabulary.ts";
import type { Project } from "../../domain/projects/schema.ts";
import { FIRST_ROWS } from "./list_query.ts";

/** What a project is in a group by. */
interface Kin {
  key: string;
  name: string;
  color?: string;
}

const nobody = { key: "none", name: "No lead" };
const unlabelled = { key: "none", name: "No label" };
const unheard = { key: "none", name: "No update" };

/** Which groups a project is in. */
const kinOf: Record<ProjectGrouping, (project: Project) => readonly Kin[]> = {
  status: ({ status }) => [{ key: status, name: projectStatusWords[status] }],
  health: ({ health }) => [health ? { key: health, name: healthWords[health] } : unheard],
  priority: ({ priority }) => [{ key: priority, name: priorityWords[priority] }],
  lead: ({ lead }) => [lead ? { key: lead.id, name: lead.name } : nobody],
  label: ({ labels }) =>
    labels.length > 0
      ? labels.map(({ id, name, color }) => ({ key: id, name, color }))
      : [unlabelled],
  none: () => [{ key: "all", name: "Projects" }],
};

/** Groups whose order is that of the vocabulary; others go by name. */
const inOrder: Partial<Record<ProjectGrouping, readonly string[]>> = {
  status: Object.keys(projectStatusWords),
  health: ["offTrack", "atRisk", "onTrack", "none"],
  priority: priorityOrder,
};

/** The columns of a board, in the order in which work goes through them. */
const asWorkGoes: readonly ProjectStatus[] = [
  "backlog",
  "planned",
  "active",
  "completed",
  "cancelled",
];

/** The groups of a list, each with its first projects. @param projects in the order of the list */
export function groupProjects(
  projects: readonly Project[],
  query: ProjectQuery,
): ProjectGroup[] {
  const board = query.layout === "board";
  const by = board ? "status" : (query.group ?? "status") as ProjectGrouping;
  const groups = new Map<string, { kin: Kin; projects: Project[] }>();
  if (board && projects.length > 0) {
    for (const key of asWorkGoes) {
      groups.set(key, { kin: { key, name: projectStatusWords[key] }, projects: [] });
    }
  }
  for (const project of projects) {
    for (const kin of kinOf[by](project)) {
      const group = groups.get(kin.key);
      if (group) group.projects.push(project);
      else groups.set(kin.key, { kin, projects: [project] });
    }
  }
  const shown = Number(query.rows ?? FIRST_ROWS);
  const sorted = board
    ? [...groups.values()]
    : [...groups.values()].sort((one, other) => compare(by, one.kin, other.kin));
  return sorted
    .map(({ kin, projects: all }) => ({
      by,
      ...kin,
      count: all.length,
      projects: all.slice(0, shown),
      more: all.length > shown ? { href: further(query, shown), next: all[shown]!.key } : null,
    }));
}

function further(query: ProjectQuery, shown: number): string {
  return projectListPath({ ...query, rows: String(shown + 2 * FIRST_ROWS) });
}

/** What has none of it stands last. */
function compare(by: ProjectGrouping, one: Kin, other: Kin): number {
  const order = inOrder[by];
  if (order) return order.indexOf(one.key) - order.indexOf(other.key);
  const last = (kin: Kin) => kin.key === "none" ? 1 : 0;
  return last(one) - last(other) || one.name.localeCompare(other.name, "en");
}
