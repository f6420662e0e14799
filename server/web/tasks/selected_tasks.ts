import type { FieldReader } from "../forms.ts";

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
