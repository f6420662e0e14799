import type { LeftTask } from "../tasks/schema.ts";
import { inShort } from "../tasks/refused_tasks.ts";

/** The maximum number of reasons for which a sentence names tasks. */
const MOST_REASONS = 2;

/** Describes the tasks that weren't restored: the first references for each reason, and the number of others. */
export function describeSkippedTasks(left: readonly LeftTask[]): string {
  const reasons = [...Map.groupBy(left, ({ message }) => message)];
  const told = reasons.slice(0, MOST_REASONS).map(([message, tasks]) => {
    const names = tasks.flatMap(({ reference }) => reference ?? []);
    return `${names.length > 0 ? inShort(names) : tasks.length}: ${message}`;
  });
  const more = reasons.slice(MOST_REASONS).flatMap(([, tasks]) => tasks).length;
  return told.join(" ") + (more > 0 ? ` And ${more} more.` : "");
}
