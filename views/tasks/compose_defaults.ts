import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import { type ListQuery, onlyRecord } from "../paths.ts";

/** What a task made from a list starts with, so that the list shows it: what each filter names alone. */
export function composeDefaults(query: ListQuery) {
  return {
    teamId: onlyRecord(query.teamId),
    assigneeId: onlyRecord(query.assigneeId),
    projectId: onlyRecord(query.projectId),
    // Of its project, which has to be named with it
    milestoneId: onlyRecord(query.projectId) && onlyRecord(query.milestoneId),
    status: onlyRecord(query.status),
    priority: onlyRecord(query.priority),
    tags: onlyRecord(query.label) ?? onlyRecord(query.allLabels),
    parentId: onlyRecord(query.parentId),
    deadlineAt: onlyRecord(query.deadlineAt),
  };
}

const fields = {
  status: "status",
  priority: "priority",
  assignee: "assigneeId",
  project: "projectId",
  label: "tags",
} as const satisfies Record<
  Exclude<TaskGrouping, "none">,
  keyof ReturnType<typeof composeDefaults>
>;

/** A group of a list: what it is made by, and its key, of a label its id. */
export interface GroupKey {
  by: TaskGrouping;
  key: string;
}

/** What a task made from a group of a list starts with. @param groups the group, after the one whose subgroup it is */
export function composeInGroup(query: ListQuery, ...groups: readonly GroupKey[]) {
  const own = groups.flatMap(({ by, key }) => by === "none" ? [] : [[fields[by], onlyRecord(key)]]);
  return { ...composeDefaults(query), ...Object.fromEntries(own) };
}
