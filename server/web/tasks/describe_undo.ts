import { propertiesWith } from "../../../views/tasks/properties/all.ts";
import type { PageClock } from "../../../views/ui/time.tsx";
import type { Task } from "../../domain/tasks/schema.ts";

/** Beyond this number, fields aren't named. */
const MOST_NAMED = 3;

const names: ReadonlyMap<string, string> = new Map([
  ...propertiesWith().map(({ field, name }) => [field, name.toLowerCase()] as const),
  ["stateId", "status"],
  ["position", "place"],
  ["siblingPosition", "place"],
  ["title", "title"],
  ["description", "description"],
]);

/** The result of undoing changes of several tasks. */
export interface Undone {
  tasks: readonly Task[];
  /** The fields that have their earlier values again. */
  fields: ReadonlySet<string>;
  /** Whether this undid an undo. */
  again: boolean;
  clock: PageClock;
}

/** Describes an undo of several tasks, with their common value: "Undone: status of 12 tasks (now Planned)". */
export function describeUndo({ tasks, fields, again, clock }: Undone): string {
  const many = `${tasks.length} tasks`;
  const did = again ? "Redone" : "Undone";
  if (
    fields.has("archived") && tasks.every(({ archivedAt }) => !archivedAt === !tasks[0]!.archivedAt)
  ) {
    return `${many} ${tasks[0]!.archivedAt ? "archived" : "restored"}`;
  }
  const named = [...new Set([...fields].map((field) => names.get(field) ?? ""))];
  if (named.includes("") || named.length > MOST_NAMED) {
    return `${did}: changes to ${many}`;
  }
  const what = `${did}: ${new Intl.ListFormat("en").format(named)} of ${many}`;
  const values = named.length > 1 ? [] : valuesOf(named[0]!, tasks, clock);
  if (values.length !== 1) return what;
  return `${what} (now ${values[0]})`;
}

/** Returns the tasks' values of a property, each once. */
function valuesOf(name: string, tasks: readonly Task[], clock: PageClock): string[] {
  const property = propertiesWith().find((one) => one.name.toLowerCase() === name);
  return [...new Set(tasks.flatMap((task) => property?.inWords?.(task, clock) ?? []))];
}
