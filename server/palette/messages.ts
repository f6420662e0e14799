import { nameKey } from "../domain/core/name_key.ts";
import type { ProjectStatus, TaskStatus } from "../domain/vocabulary.ts";
import type { Named } from "../domain/refs/named.ts";

/** Statuses as a sentence says them after "is". */
export const statusInSentence: Record<TaskStatus | ProjectStatus, string> = {
  backlogged: "in the backlog",
  backlog: "in the backlog",
  planned: "planned",
  progressed: "in progress",
  active: "active",
  completed: "completed",
  cancelled: "cancelled",
};

/** A calendar day as a sentence says it: `3 December 2026`. @param date `2026-12-03` */
export function dayOf(date: string): string {
  return new Date(date).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

/** The same as one glances at it: `Thu 3 Dec`, and with the year where that is another one than a day's. */
export function shortDayOf(date: string, beside: string): string {
  const year = date.slice(0, 4) === beside.slice(0, 4) ? undefined : "numeric";
  const parts = { weekday: "short", day: "numeric", month: "short", year } as const;
  const said = new Date(date).toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" });
  return said.replace(",", "");
}

/** The label that an id or name stands for, by its name; the text itself where a record doesn't have it. */
export function labelNamed(labels: readonly Named[], idOrName: string): string {
  return labels.find((label) => isLabel(label, idOrName))?.name ?? idOrName;
}

/** A record's labels and one more, as a patch takes them. */
export function withLabel(labels: readonly Named[], idOrName: string): string[] {
  return [...new Set([...labels.map(({ id }) => id), idOrName])];
}

/** A record's labels without one, as a patch takes them. */
export function withoutLabel(labels: readonly Named[], idOrName: string): string[] {
  return labels.filter((label) => !isLabel(label, idOrName)).map(({ id }) => id);
}

function isLabel({ id, name }: Named, idOrName: string): boolean {
  return id === idOrName || nameKey(name) === nameKey(idOrName);
}
