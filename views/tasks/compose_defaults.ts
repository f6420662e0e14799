import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import { type ListQuery, onlyRecord } from "../paths.ts";

/** The initial values of a task created from a list: the filters with a single value, so that the list shows the task. */
export function composeDefaults(query: ListQuery) {
  return {
    teamId: onlyRecord(query.teamId),
    assigneeId: onlyRecord(query.assigneeId),
    projectId: onlyRecord(query.projectId),
    // A milestone needs its project
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

/** A group of a list: its grouping, and its key or label ID. */
export interface GroupKey {
  by: TaskGrouping;
  key: string;
}

/** The initial values of a task created in a group. @param groups the group, preceded by its parent group */
export function composeInGroup(query: ListQuery, ...groups: readonly GroupKey[]) {
  const own = groups.flatMap(({ by, key }) => by === "none" ? [] : [[fields[by], onlyRecord(key)]]);
  return { ...composeDefaults(query), ...Object.fromEntries(own) };
}
