import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { projectStatuses } from "../../server/domain/vocabulary.ts";
import { projectStatusWords } from "../projects/marks.tsx";
import type { RoadmapGrouping } from "../roadmap_paths.ts";

/** How high a row of the chart is, in pixels, names and bars alike. */
export const ROW = 36;

/** What some projects stand together by. */
export interface RoadmapGroup {
  /** The id of what it stands for, a status, or what its projects lack: `lead_none`. By that it is remembered as folded. */
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

/** What a project stands with the others by: several labels or teams, or none. */
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

/** The groups in which projects stand, each project in every one that it belongs to. @param folded the keys of those that are */
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
/** What has none comes last. */
const byName = (none: string) => (one: RoadmapGroup, other: RoadmapGroup) =>
  Number(one.key === none) - Number(other.key === none) ||
  one.name.localeCompare(other.name, "en", { sensitivity: "base" });

/** The rows of the chart from its top, those of folded groups left out. */
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

/** What a project's row is called in the page, which may have it in several groups. */
export function rowId(group: RoadmapGroup | null, key: string): string {
  return `row-${group ? `${group.key}-` : ""}${key}`;
}
