/** That a project waits for another one. */
export interface Wait {
  project: string;
  blocker: string;
  /** The line that says it. */
  line: number;
}

/** The first line by which projects wait for each other in a circle, so that none could begin; undefined without one. */
export function lineOfCircle(waits: readonly Wait[]): number | undefined {
  const waiting = Map.groupBy(waits, ({ blocker }) => blocker);
  const left = new Map<string, number>();
  for (const { project } of waits) left.set(project, (left.get(project) ?? 0) + 1);
  const free = new Set(waits.map(({ blocker }) => blocker).filter((id) => !left.has(id)));
  // What is added meanwhile comes along
  for (const id of free) {
    for (const { project } of waiting.get(id) ?? []) {
      const others = left.get(project)! - 1;
      left.set(project, others);
      if (others === 0) free.add(project);
    }
  }
  return waits.find(({ project, blocker }) => !free.has(project) && !free.has(blocker))?.line;
}
