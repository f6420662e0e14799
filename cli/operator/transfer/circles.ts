/** A dependency between two projects. */
export interface Wait {
  project: string;
  blocker: string;
  /** The dependency's line in the export. */
  line: number;
}

/** Returns the first line with a dependency that is part of a circle, if there is one. */
export function lineOfCircle(waits: readonly Wait[]): number | undefined {
  const waiting = Map.groupBy(waits, ({ blocker }) => blocker);
  const left = new Map<string, number>();
  for (const { project } of waits) left.set(project, (left.get(project) ?? 0) + 1);
  const free = new Set(waits.map(({ blocker }) => blocker).filter((id) => !left.has(id)));
  // The loop also visits projects that it adds
  for (const id of free) {
    for (const { project } of waiting.get(id) ?? []) {
      const others = left.get(project)! - 1;
      left.set(project, others);
      if (others === 0) free.add(project);
    }
  }
  return waits.find(({ project, blocker }) => !free.has(project) && !free.has(blocker))?.line;
}
