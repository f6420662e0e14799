import { nameKey } from "../../../server/domain/core/name_key.ts";
import { MOST_MILESTONES } from "../../../server/domain/milestones/order.ts";
import type { Here } from "./here.ts";
import type { Keep, Planning } from "./planning.ts";

/** Returns the keys of existing milestones' names, by the keys of their projects' names. */
export function milestonesByProject({ projects, milestones }: Here): Planning["milestones"] {
  const named = Map.groupBy(milestones.keys(), (key) => key.slice(0, key.indexOf("\n")));
  return new Map(
    [...projects].map(([name, id]) => [
      name,
      new Set(named.get(id)?.map((key) => key.slice(id.length + 1))),
    ]),
  );
}

/** Returns a task's milestone; `null` without a project, or if the project can't have more milestones. */
export function milestoneOf(
  { milestones }: Planning,
  { project, milestone }: { project: string | null; milestone: string | null },
  keep: Keep,
): string | null {
  if (milestone === null) return null;
  if (project === null) {
    keep("Milestone", milestone, "the task has no project");
    return null;
  }
  const there = milestones.get(nameKey(project)) ?? new Set();
  milestones.set(nameKey(project), there);
  if (there.size >= MOST_MILESTONES && !there.has(nameKey(milestone))) {
    keep("Milestone", milestone, `a project can have up to ${MOST_MILESTONES}`);
    return null;
  }
  there.add(nameKey(milestone));
  return milestone;
}
