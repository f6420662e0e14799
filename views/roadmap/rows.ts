import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { projectStatuses } from "../../server/domain/vocabulary.ts";
import { projectStatusWords } from "../projects/marks.tsx";
import type { RoadmapGrouping } from "../roadmap_paths.ts";

/** Height of a row in pixels, for names and bars. */
export const ROW = 36;

/** A group of projects. */
export interface RoadmapGroup {
  /** The ID of a record, a status, or a missing value such as `lead_none`. Preferences store folded groups by this key. */
  key: string;
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

type Grouped = Exclude<RoadmapGrouping, "none">;

/** Returns the groups of a project: several for labels and teams, or none. */
const groupsOf: Record<Grouped, (project: RoadmapProject) => Of[]> = {
  lead: ({ lead }) => lead ? [lead] : [],
  team: ({ teams }) => teams,
  label: ({ labels }) => labels,
  status: ({ status }) => [{ id: status, name: projectStatusWords[status] }],
};

const without: Record<Grouped, string> = {
  lead: "No lead",
  team: "No team",
  label: "No label",
  status: "No status",
};

const keyOfNone = (group: Grouped) => `${group}_none`;

/** Groups projects. A project can be in several groups. @param folded keys of the folded groups */
function roadmapGroups(
  projects: readonly RoadmapProject[],
  group: Grouped,
  folded: readonly string[],
): RoadmapGroup[] {
  const found = new Map<string, RoadmapGroup>();
  const none = { id: keyOfNone(group), name: without[group] };
  for (const project of projects) {
    const of = groupsOf[group](project);
    for (const { id: key, name } of of.length > 0 ? of : [none]) {
      const one = found.get(key) ?? { key, name, projects: [], folded: folded.includes(key) };
      one.projects.push(project);
      found.set(key, one);
    }
  }
  return [...found.values()].sort(group === "status" ? byStatus : byName(none.id));
}

const place = ({ key }: RoadmapGroup) => projectStatuses.findIndex((status) => status === key);
const byStatus = (one: RoadmapGroup, other: RoadmapGroup) => place(one) - place(other);
/** Sorts groups by name. The group without a value is last. */
const byName = (none: string) => (one: RoadmapGroup, other: RoadmapGroup) =>
  Number(one.key === none) - Number(other.key === none) ||
  one.name.localeCompare(other.name, "en", { sensitivity: "base" });

/** Returns the rows of the chart, without those of folded groups. */
export function roadmapRows(
  projects: readonly RoadmapProject[],
  group: RoadmapGrouping,
  folded: readonly string[],
): RoadmapRow[] {
  if (group === "none") return projects.map((project) => ({ group: null, project }));
  return roadmapGroups(projects, group, folded).flatMap((group): RoadmapRow[] => [
    { group },
    ...group.folded ? [] : group.projects.map((project) => ({ group, project })),
  ]);
}

/** Returns the ID of a project's row, which differs by group. */
export function rowId(group: RoadmapGroup | null, key: string): string {
  return `row-${group ? `${group.key}-` : ""}${key}`;
}
