import {
  priorities,
  type Priority,
  type RelationKind,
  type TaskStatus,
} from "../../server/domain/vocabulary.ts";
import type { TaskGrouping, TaskSort } from "../../server/domain/tasks/schema.ts";

/** Names of the task statuses in the interface. */
export const statusWords: Record<TaskStatus, string> = {
  progressed: "In progress",
  planned: "Planned",
  backlogged: "Backlog",
  completed: "Completed",
  cancelled: "Cancelled",
};

export const priorityWords: Record<Priority, string> = {
  none: "No priority",
  low: "Low",
  medium: "Medium",
  high: "High",
  urgent: "Urgent",
};

/** Names of relations as verbs, as in "ENG-1 blocks ENG-2". */
export const relationVerbs: Record<RelationKind, string> = {
  blocks: "blocks",
  blockedBy: "is blocked by",
  relatesTo: "relates to",
  duplicates: "duplicates",
  duplicatedBy: "is duplicated by",
};

/** Headings of related tasks, by kind of relation. */
export const relationWords: Record<RelationKind, string> = {
  blockedBy: "Blocked by",
  blocks: "Blocks",
  relatesTo: "Related to",
  duplicates: "Duplicate of",
  duplicatedBy: "Duplicated by",
};
export const relationOrder = Object.keys(relationWords) as RelationKind[];

export const sortWords: Record<TaskSort, string> = {
  "-createdAt": "Newest first",
  createdAt: "Oldest first",
  "-updatedAt": "Recently updated",
  updatedAt: "Least recently updated",
  "-priority": "Most urgent first",
  priority: "Least urgent first",
  deadlineAt: "Earliest deadline first",
  "-deadlineAt": "Latest deadline first",
  position: "Manual order",
};

/** The priorities in the order of menus, from urgent to none. */
export const priorityOrder = priorities.toReversed();
export const sortOrder = Object.keys(sortWords) as TaskSort[];

export const groupingWords: Record<TaskGrouping, string> = {
  status: "Status",
  assignee: "Assignee",
  project: "Project",
  priority: "Priority",
  label: "Label",
  none: "No grouping",
};

/** The groupings of a list, in the order of the menu. */
export const groupings = Object.keys(groupingWords) as TaskGrouping[];

/** Formats a number with its noun: "1 task", "1,204 tasks". @param noun the singular of a noun with a regular plural */
export function counted(n: number, noun: string): string {
  return `${n.toLocaleString("en")} ${n === 1 ? noun : `${noun}s`}`;
}

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];

/** Formats a size in the largest unit with a whole number. @param bytes a whole number */
export function bytesInWords(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), byteUnits.length - 1);
  const told = { style: "unit", unit: byteUnits[step]!, maximumFractionDigits: step < 2 ? 0 : 1 };
  return new Intl.NumberFormat("en", told as Intl.NumberFormatOptions).format(bytes / 1000 ** step);
}
