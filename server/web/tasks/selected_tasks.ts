import type { Act } from "../../domain/core/operation.ts";
import { listPath } from "../../../views/paths.ts";
import type { FieldReader } from "../forms.ts";
import { isList, queryOf, searchIn } from "./list_query.ts";

/**
 * The tasks that a URL or a form names, each once: `tasks=ENG-1,ENG-2`, or a `tasks` for each, as a form without
 * JavaScript sends them.
 */
export const references: FieldReader<string[]> = (fields, name) => [
  ...new Set(fields.getAll(name).flatMap((value) => value.split(",")).filter(Boolean)),
];

/** How some tasks are called in a sentence: one by its reference. */
export function countOf(tasks: readonly { reference: string }[]): string {
  return tasks.length === 1 ? tasks[0]!.reference : `${tasks.length} tasks`;
}

/**
 * What is said of an act on several tasks: what it did to those that it changed, and how many others were so already.
 * @param did of those that it changed
 * @param so what the others were: of one, and of several
 */
export function saidOf<T extends { id: string; reference: string }>(
  tasks: readonly T[],
  { changed: ids = [] }: Readonly<Act>,
  did: (changed: T[]) => string,
  [one, several]: readonly [string, string],
): string {
  const changed = tasks.filter(({ id }) => ids.includes(id));
  const others = tasks.length - changed.length;
  const were = others === 1 ? one : several;
  if (changed.length === 0) return `Nothing changed: ${countOf(tasks)} ${were}.`;
  return `${did(changed)}.${others > 0 ? ` ${others} ${were}.` : ""}`;
}

/** The list that the tasks of a menu's URL are selected in, where it says so: without JavaScript one comes back to it. */
export function listIn({ searchParams }: URL): string | undefined {
  const list = URL.parse(searchParams.get("list") ?? "", "http://list");
  return list && isList(list) ? listPath(queryOf(searchIn(list))) : undefined;
}
