import type { Act } from "../../domain/core/operation.ts";
import { listPath } from "../../../views/paths.ts";
import type { FieldReader } from "../forms.ts";
import { isList, queryOf, searchIn } from "./list_query.ts";

/**
 * Returns the tasks in a URL or form, each once: `tasks=ENG-1,ENG-2`, or one `tasks` per task, as forms without
 * JavaScript send them.
 */
export const references: FieldReader<string[]> = (fields, name) => [
  ...new Set(fields.getAll(name).flatMap((value) => value.split(",")).filter(Boolean)),
];

/** Names tasks in a sentence: one by its reference, several by their number. */
export function countOf(tasks: readonly { reference: string }[]): string {
  return tasks.length === 1 ? tasks[0]!.reference : `${tasks.length} tasks`;
}

/**
 * Returns the message for a change of several tasks: the result, and how many tasks needed no change.
 * @param did describes the changed tasks
 * @param so describes the other tasks, for one and for several
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
  if (changed.length === 0) return `No changes: ${countOf(tasks)} ${were}`;
  return `${did(changed)}${others > 0 ? `. ${others} ${were}.` : ""}`;
}

/** Returns the list named in a menu's URL. Without JavaScript, the menu leads back to it. */
export function listIn({ searchParams }: URL): string | undefined {
  const list = URL.parse(searchParams.get("list") ?? "", "http://list");
  return list && isList(list) ? listPath(queryOf(searchIn(list))) : undefined;
}
