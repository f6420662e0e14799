import { Failure } from "../../failure.ts";
import type { ForeignTask } from "./task.ts";

/** @throws Failure if two tasks have the same ID, or an ID is too long or invisible */
export function requireOneEach(tasks: readonly ForeignTask[]): void {
  const places = new Map<string, string>();
  for (const { key, place } of tasks) {
    if (key.length > 300) {
      throw new Failure(`${place} has an ID of more than 300 characters. Nothing was imported.`);
    }
    if (key === "") {
      throw new Failure(`${place} has an ID without visible characters. Nothing was imported.`);
    }
    const before = places.get(key);
    if (before) {
      throw new Failure(
        `${before} and ${place} have the same ID, ${key.slice(0, 80)}. Nothing was imported.`,
      );
    }
    places.set(key, place);
  }
}

/** Returns the keys of a file's tasks, by all their names. */
export function keysOf(tasks: readonly ForeignTask[]): Map<string, string> {
  return new Map([
    ...tasks.flatMap(({ key, aliases }) => aliases.map((alias) => [alias, key] as const)),
    ...tasks.map(({ key }) => [key, key] as const),
  ]);
}

/**
 * Returns the parent of each task in the file, and the tasks whose parents form a cycle.
 * @param names the result of `keysOf`
 * @returns parents by key; undefined for a parent that isn't in the file
 */
export function parentsOf(
  tasks: readonly ForeignTask[],
  names: ReadonlyMap<string, string>,
): { parents: Map<string, string | undefined>; circular: Set<string> } {
  const parents = new Map(
    tasks.filter(({ parent }) => parent !== "")
      .map(({ key, parent }) => [key, names.get(parent)] as const),
  );
  const circular = new Set<string>();
  const seen = new Set<string>();
  for (const { key } of tasks) {
    const path = new Map<string, number>();
    for (let at: string | undefined = key; at !== undefined; at = parents.get(at)) {
      const since = path.get(at);
      if (since !== undefined) {
        for (const [one, nth] of path) if (nth >= since) circular.add(one);
      }
      if (seen.has(at)) break;
      seen.add(at);
      path.set(at, path.size);
    }
  }
  return { parents, circular };
}

/** Orders tasks so that each comes after its parent. */
export function parentsFirst<T extends { key: string; parent: string | undefined }>(
  tasks: readonly T[],
): T[] {
  const waiting = new Map(tasks.map((task) => [task.key, task]));
  const ordered: T[] = [];
  for (const task of tasks) {
    const path: T[] = [];
    for (let at: T | undefined = task; at && waiting.delete(at.key);) {
      path.push(at);
      at = at.parent === undefined ? undefined : waiting.get(at.parent);
    }
    ordered.push(...path.reverse());
  }
  return ordered;
}
