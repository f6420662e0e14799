import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { projectStatuses } from "../../server/domain/vocabulary.ts";
import { projectStatusWords } from "../projects/marks.tsx";
import type { RoadmapGrouping, RoadmapQuery } from "../roadmap_paths.ts";

/** How high a row of the chart is, in pixels, names and bars alike. */
export const ROW = 36;

/** What some projects stand together by. */
export interface RoadmapGroup {
  /** The id of what it stands for, a status or `none`. */
  id: string;
  name: string;
  projects: RoadmapProject[];
  folded: boolean;
}

/** A row of the chart: the name of a group, or a project. */
export type RoadmapRow =
  | { group: RoadmapGroup; project?: undefined }
  | { group: RoadmapGroup | null; project: RoadmapProject };

interface Of {
  id: string;
  name: string;
}

/** What a project stands with the others by: several labels or teams, or none. */
const groupsOf: Record<Exclude<RoadmapGrouping, "none">, (project: RoadmapProject) => Of[]> = {
  lead: ({ lead }) => lead ? [lead] : [],
  team: ({ teams }) => teams,
  label: ({ labels }) => labels,
  status: ({ status }) => [{ id: status, name: projectStatusWords[status] }],
};

const without: Record<Exclude<RoadmapGrouping, "none">, string> = {
  lead: "No lead",
  team: "No team",
  label: "No label",
  status: "No status",
};

/** The groups in which projects stand, each project in every one that it belongs to; null for none at all. */
export function roadmapGroups(
  projects: readonly RoadmapProject[],
  { group, folded }: Pick<RoadmapQuery, "group" | "folded">,
): RoadmapGroup[] | null {
  if (group === "none") return null;
  const found = new Map<string, RoadmapGroup>();
  for (const project of projects) {
    const of = groupsOf[group](project);
    for (const { id, name } of of.length > 0 ? of : [{ id: "none", name: without[group] }]) {
      const one = found.get(id) ?? { id, name, projects: [], folded: folded.includes(id) };
      one.projects.push(project);
      found.set(id, one);
    }
  }
  return [...found.values()].sort(group === "status" ? byStatus : byName);
}

const place = ({ id }: RoadmapGroup) => projectStatuses.findIndex((status) => status === id);
const byStatus = (one: RoadmapGroup, other: RoadmapGroup) => place(one) - place(other);
/** What has none comes last. */
const byName = (one: RoadmapGroup, other: RoadmapGroup) =>
  Number(one.id === "none") - Number(other.id === "none") ||
  one.name.localeCompare(other.name, "en", { sensitivity: "base" });

/** The rows of the chart from its top, those of folded groups left out. */
export function roadmapRows(
  projects: readonly RoadmapProject[],
  groups: readonly RoadmapGroup[] | null,
): RoadmapRow[] {
  if (!groups) return projects.map((project) => ({ group: null, project }));
  return groups.flatMap((group): RoadmapRow[] => [
    { group },
    ...group.folded ? [] : group.projects.map((project) => ({ group, project })),
  ]);
}
