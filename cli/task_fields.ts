import { badValue } from "./failure.ts";
import { choice, flag, list, value } from "./command.ts";
import { readInput } from "./prompt.ts";

/** `RULES.md`, Vocabularies. */
export const taskStatuses = [
  "backlogged",
  "planned",
  "progressed",
  "completed",
  "cancelled",
] as const;

/** The orders that a list can be asked for in. */
export const taskSorts = [
  "-createdAt",
  "createdAt",
  "-updatedAt",
  "updatedAt",
  "-priority",
  "priority",
  "deadlineAt",
  "-deadlineAt",
] as const;

/** The fields of a task as options give them; the keys are the API's. */
export const taskFields = {
  description: value("<text>", "What it is about, in Markdown; - reads it from standard input"),
  projectId: value("<id>", "The project it belongs to"),
  milestoneId: value("<id>", "The project's milestone"),
  assigneeId: value("<id>", "The profile of whoever does it"),
  deadlineAt: value("<date>", "The day it is due: 2026-12-03; a time means its day"),
  priority: choice("<priority>", ["none", "low", "medium", "high", "urgent"]),
  status: choice("<status>", taskStatuses),
  parentId: value("<id>", "The task it is a part of"),
  tag: list("<label>", "A label's name or id; repeat it for several"),
};

/** Options that take a field's value away, and the field. */
export const clearingOptions = {
  clearDescription: flag("Take the description away"),
  clearProject: flag("Take it out of its project"),
  clearMilestone: flag("Take it out of its milestone"),
  clearAssignee: flag("Leave it to nobody"),
  clearDeadline: flag("Take the deadline away"),
  clearParent: flag("Make it stand alone"),
  clearTags: flag("Take every label away"),
};
const cleared: Record<keyof typeof clearingOptions, string> = {
  clearDescription: "description",
  clearProject: "projectId",
  clearMilestone: "milestoneId",
  clearAssignee: "assigneeId",
  clearDeadline: "deadlineAt",
  clearParent: "parentId",
  clearTags: "tags",
};

type Given = Record<string, string | string[] | boolean | undefined>;

/** The body that options of `taskFields` make, with the description read where it was given as `-`. */
export async function taskBody(given: Given): Promise<Record<string, unknown>> {
  const { tag, ...fields } = given;
  if (fields.description === "-") fields.description = await readInput();
  const body: Record<string, unknown> = { ...fields, ...(tag && { tags: tag }) };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/**
 * The same with what the clearing options take away.
 * @throws Failure with exit code 2 when a field is both given and taken away
 */
export async function taskPatch(given: Given): Promise<Record<string, unknown>> {
  const rest = { ...given };
  const gone: Record<string, unknown> = {};
  for (const [option, field] of Object.entries(cleared)) {
    if (rest[option]) gone[field] = field === "tags" ? [] : null;
    delete rest[option];
  }
  const body = await taskBody(rest);
  const both = Object.keys(gone).find((field) => field in body);
  if (both) throw badValue(`Either set ${both} or clear it, not both.`);
  return { ...body, ...gone };
}
