import type { TaskGrouping } from "../../server/domain/tasks/schema.ts";
import { type ListQuery, onlyRecord } from "../paths.ts";

/** What a task made from a list starts with, so that the list shows it: what each filter names alone. */
export function composeDefaults(query: ListQuery) {
  return {
    teamId: onlyRecord(query.teamId),
    assigneeId: onlyRecord(query.assigneeId),
    projectId: onlyRecord(query.projectId),
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

/** What a task made from a group of a list starts with. @param key the group's; of a label its id */
export function composeInGroup(query: ListQuery, by: TaskGrouping, key: string) {
  const defaults = composeDefaults(query);
  return by === "none" ? defaults : { ...defaults, [fields[by]]: onlyRecord(key) };
}
