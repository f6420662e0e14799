import { type Priority, type TaskStatus } from "../../../server/domain/vocabulary.ts";

/** Names of statuses in other tools. */
const statusWords: Readonly<Record<TaskStatus, readonly string[]>> = {
  backlogged: [
    "backlogged",
    "backlog",
    "triage",
    "icebox",
    "open",
    "opened",
    "new",
    "inbox",
    "ideas",
    "someday",
    "later",
    "reopened",
  ],
  planned: [
    "planned",
    "to do",
    "todo",
    "next",
    "up next",
    "next up",
    "ready",
    "unstarted",
    "not started",
    "this week",
    "scheduled",
    "selected for development",
    "ready for development",
  ],
  progressed: [
    "progressed",
    "in progress",
    "doing",
    "started",
    "wip",
    "active",
    "in development",
    "in review",
    "review",
    "code review",
    "under review",
    "testing",
    "in testing",
    "in qa",
    "qa",
    "blocked",
    "on hold",
    "waiting",
  ],
  completed: [
    "completed",
    "complete",
    "done",
    "closed",
    "resolved",
    "finished",
    "fixed",
    "shipped",
    "released",
    "merged",
    "deployed",
  ],
  cancelled: [
    "cancelled",
    "canceled",
    "won t do",
    "won t fix",
    "wontfix",
    "not planned",
    "duplicate",
    "rejected",
    "declined",
    "abandoned",
    "invalid",
    "obsolete",
  ],
};

/** Names of priorities in other tools. */
const priorityWords: Readonly<Record<Priority, readonly string[]>> = {
  none: ["none", "no priority", "undefined", "not set", "no"],
  low: ["low", "lowest", "minor", "trivial", "p3", "p4"],
  medium: ["medium", "normal", "moderate", "p2", "med"],
  high: ["high", "major", "important", "p1"],
  urgent: ["urgent", "highest", "critical", "blocker", "immediate", "p0"],
};

/** Normalizes text for comparison: lowercase words, separated by spaces. */
export function plainWords(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function meanings<T extends string>(words: Readonly<Record<T, readonly string[]>>) {
  return new Map(
    Object.entries<readonly string[]>(words)
      .flatMap(([meaning, said]) => said.map((word) => [word, meaning as T] as const)),
  );
}
const statuses = meanings(statusWords);
const priorities = meanings(priorityWords);

export function statusMeant(word: string): TaskStatus | undefined {
  return statuses.get(plainWords(word));
}
export function priorityMeant(word: string): Priority | undefined {
  return word.trim() === "" ? "none" : priorities.get(plainWords(word));
}
