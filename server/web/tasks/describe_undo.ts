import { propertiesWith } from "../../../views/tasks/properties/all.ts";
import type { PageClock } from "../../../views/ui/time.tsx";
import { inWords } from "../../domain/change/field_versions.ts";
import type { Task } from "../../domain/tasks/schema.ts";

/** More than that is named by none. */
const MOST_NAMED = 3;

const names: ReadonlyMap<string, string> = new Map([
  ...propertiesWith().map(({ field, name }) => [field, name.toLowerCase()] as const),
  ["stateId", "status"],
  ["position", "place"],
  ["siblingPosition", "place"],
  ["title", "title"],
  ["description", "description"],
]);

/** What one's Undo brought back of several tasks. */
export interface Undone {
  tasks: readonly Task[];
  /** What of them is as it was. */
  fields: ReadonlySet<string>;
  /** Whether an undo was undone. */
  again: boolean;
  clock: PageClock;
}

/** "The status of 12 tasks is Planned again.": what all have where that is the same, else that it is as it was. */
export function describeUndo({ tasks, fields, again, clock }: Undone): string {
  const many = `${tasks.length} tasks`;
  if (
    fields.has("archived") && tasks.every(({ archivedAt }) => !archivedAt === !tasks[0]!.archivedAt)
  ) {
    return tasks[0]!.archivedAt ? `${many} are archived.` : `${many} are restored.`;
  }
  const named = [...new Set([...fields].map((field) => names.get(field) ?? ""))];
  if (named.includes("") || named.length > MOST_NAMED) {
    return `${many} ${again ? "have their changes again" : "are as they were"}.`;
  }
  const are = named.length > 1 || named[0] === "labels";
  const what = `The ${inWords(named)} of ${many} ${are ? "are" : "is"}`;
  const values = named.length > 1 ? [] : valuesOf(named[0]!, tasks, clock);
  if (values.length === 1) return `${what} ${values[0]} again.`;
  if (again) return `${what} changed again.`;
  return `${what} as ${are ? "they were" : "it was"}.`;
}

/** What tasks have of a property, each once. */
function valuesOf(name: string, tasks: readonly Task[], clock: PageClock): string[] {
  const property = propertiesWith().find((one) => one.name.toLowerCase() === name);
  return [...new Set(tasks.flatMap((task) => property?.inWords?.(task, clock) ?? []))];
}
