import { within } from "../domain/core/operation.ts";
import { archiveTask } from "../domain/tasks/archive.ts";
import { followTask, unfollowTask } from "../domain/tasks/follow.ts";
import type { Task } from "../domain/tasks/schema.ts";
import { pinning, type RecordCommands } from "./record_command.ts";
import { destinations } from "./destinations.ts";
import { propertyCommands } from "./property_menus.ts";
import { patching } from "./task_patch.ts";
import { dayOf, labelNamed, statusResults, withLabel, withoutLabel } from "./messages.ts";

/** A task's commands. */
export const taskCommands: RecordCommands<Task> = {
  "task.setStatus": patching(
    "value",
    (status) => ({ status }),
    ({ reference, status }) => `${reference} ${statusResults[status]}`,
  ),
  "task.assign": patching(
    "value",
    (assigneeId) => ({ assigneeId }),
    ({ reference, assignee }) => `${reference} assigned to ${assignee!.name}`,
  ),
  "task.unassign": patching(
    "nothing",
    () => ({ assigneeId: null }),
    ({ reference }) => `${reference} unassigned`,
  ),
  "task.setPriority": patching(
    "value",
    (priority) => ({ priority }),
    ({ reference, priority }) =>
      priority === "none"
        ? `Priority of ${reference} cleared`
        : `Priority of ${reference} changed to ${priority}`,
  ),
  "task.setDeadline": patching(
    "value",
    (deadlineAt) => ({ deadlineAt }),
    ({ reference, deadlineAt }) => `Deadline of ${reference} changed to ${dayOf(deadlineAt!)}`,
  ),
  "task.clearDeadline": patching(
    "nothing",
    () => ({ deadlineAt: null }),
    ({ reference }) => `Deadline of ${reference} cleared`,
  ),
  "task.setProject": patching(
    "value",
    (projectId) => ({ projectId }),
    ({ reference, project }) => `${reference} moved to ${project!.name}`,
  ),
  "task.clearProject": patching(
    "nothing",
    () => ({ projectId: null }),
    ({ reference }) => `${reference} removed from its project`,
  ),
  "task.addLabel": patching(
    "value",
    (label, { labels }) => ({ tags: withLabel(labels, label) }),
    ({ reference, labels }, _before, label) =>
      `Label ${labelNamed(labels, label)} added to ${reference}`,
  ),
  "task.removeLabel": patching(
    "value",
    (label, { labels }) => ({ tags: withoutLabel(labels, label) }),
    ({ reference }, { labels }, label) =>
      `Label ${labelNamed(labels, label)} removed from ${reference}`,
  ),
  "task.follow": {
    takes: "nothing",
    run: (context, { id }) => within(context, followTask, { taskId: id }),
    message: ({ reference }) => `Following ${reference}`,
  },
  "task.unfollow": {
    takes: "nothing",
    run: (context, { id }) => within(context, unfollowTask, { taskId: id }),
    message: ({ reference }) => `Unfollowed ${reference}`,
  },
  "task.archive": {
    takes: "nothing",
    run: (context, { id }) => within(context, archiveTask, { taskId: id }),
    message: ({ reference }) => `${reference} archived`,
    leads: destinations.tasks,
  },
  ...propertyCommands,
  ...pinning<Task>("task", ({ reference }) => reference),
};
