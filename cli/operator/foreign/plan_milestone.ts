import { nameKey } from "../../../server/domain/core/name_key.ts";
import { MOST_MILESTONES } from "../../../server/domain/milestones/order.ts";
import type { Here } from "./here.ts";
import type { Keep, Planning } from "./planning.ts";

/** The keys of milestones' names by the keys of their projects' names: those that are there. */
export function milestonesByProject({ projects, milestones }: Here): Planning["milestones"] {
  const named = Map.groupBy(milestones.keys(), (key) => key.slice(0, key.indexOf("\n")));
  return new Map(
    [...projects].map(([name, id]) => [
      name,
      new Set(named.get(id)?.map((key) => key.slice(id.length + 1))),
    ]),
  );
}

/** The milestone that a task comes into; none where it is in no project, or the project has room for no other one. */
export function milestoneOf(
  { milestones }: Planning,
  { project, milestone }: { project: string | null; milestone: string | null },
  keep: Keep,
): string | null {
  if (milestone === null) return null;
  if (project === null) {
    keep("Milestone", milestone, "it is in no project");
    return null;
  }
  const there = milestones.get(nameKey(project)) ?? new Set();
  milestones.set(nameKey(project), there);
  if (there.size >= MOST_MILESTONES && !there.has(nameKey(milestone))) {
    keep("Milestone", milestone, `a project has ${MOST_MILESTONES} at most`);
    return null;
  }
  there.add(nameKey(milestone));
  return milestone;
}
