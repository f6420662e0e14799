import type { HistoryRange } from "../../../views/paths.ts";

const names = ["comments", "commentsBefore", "history", "historyBefore"] as const;

/** How far back a task's page is to tell, as its URL says. */
export function historyRangeOf({ searchParams }: URL): HistoryRange {
  return Object.fromEntries(names.map((name) => [name, searchParams.get(name) ?? undefined]));
}
