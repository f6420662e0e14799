import { nameKey } from "../domain/core/name_key.ts";
import type { ProjectStatus, TaskStatus } from "../domain/vocabulary.ts";
import type { Named } from "../domain/refs/named.ts";

/** The result of changing a status, said after the record's name. */
export const statusResults: Record<TaskStatus | ProjectStatus, string> = {
  backlogged: "moved to backlog",
  backlog: "moved to backlog",
  planned: "marked as planned",
  progressed: "marked as in progress",
  active: "marked as active",
  completed: "completed",
  cancelled: "cancelled",
};

/** Formats a calendar day for a sentence: `3 December 2026`. @param date `2026-12-03` */
export function dayOf(date: string): string {
  return new Date(date).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

/** Formats a day briefly: `Thu 3 Dec`, with the year if it differs from the year of `beside`. */
export function shortDayOf(date: string, beside: string): string {
  const year = date.slice(0, 4) === beside.slice(0, 4) ? undefined : "numeric";
  const parts = { weekday: "short", day: "numeric", month: "short", year } as const;
  const said = new Date(date).toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" });
  return said.replace(",", "");
}

/** Returns the name of a label given by ID or name, or the text itself if the record lacks the label. */
export function labelNamed(labels: readonly Named[], idOrName: string): string {
  return labels.find((label) => isLabel(label, idOrName))?.name ?? idOrName;
}

/** Returns the label IDs of a record and one more, for a patch. */
export function withLabel(labels: readonly Named[], idOrName: string): string[] {
  return [...new Set([...labels.map(({ id }) => id), idOrName])];
}

/** Returns the label IDs of a record without one, for a patch. */
export function withoutLabel(labels: readonly Named[], idOrName: string): string[] {
  return labels.filter((label) => !isLabel(label, idOrName)).map(({ id }) => id);
}

function isLabel({ id, name }: Named, idOrName: string): boolean {
  return id === idOrName || nameKey(name) === nameKey(idOrName);
}
