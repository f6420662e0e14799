import type { HistoryRange } from "../../../views/paths.ts";

const names = ["comments", "commentsBefore", "history", "historyBefore"] as const;

/** Reads how much activity a task's page shows from its URL. */
export function historyRangeOf({ searchParams }: URL): HistoryRange {
  return Object.fromEntries(names.map((name) => [name, searchParams.get(name) ?? undefined]));
}
