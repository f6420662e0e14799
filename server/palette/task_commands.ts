import { within } from "../domain/core/operation.ts";
import { archiveTask } from "../domain/tasks/archive.ts";
import { followTask, unfollowTask } from "../domain/tasks/follow.ts";
import type { Task } from "../domain/tasks/schema.ts";
import { pinning, type RecordCommands } from "./record_command.ts";
import { destinations } from "./destinations.ts";
import { propertyCommands } from "./property_menus.ts";
import { patching } from "./task_patch.ts";
import { dayOf, labelNamed, statusInSentence, withLabel, withoutLabel } from "./messages.ts";

/** A task's commands. */
export const taskCommands: RecordCommands<Task> = {
  "task.setStatus": patching(
    "value",
    (status) => ({ status }),
    ({ reference, status }) => `${reference} is ${statusInSentence[status]}.`,
  ),
  "task.assign": patching(
    "value",
    (assigneeId) => ({ assigneeId }),
    ({ reference, assignee }) => `${reference} is assigned to ${assignee!.name}.`,
  ),
  "task.unassign": patching(
    "nothing",
    () => ({ assigneeId: null }),
    ({ reference }) => `${reference} is assigned to nobody.`,
  ),
  "task.setPriority": patching(
    "value",
    (priority) => ({ priority }),
    ({ reference, priority }) =>
      priority === "none"
        ? `${reference} has no priority.`
        : `${reference} has ${priority} priority.`,
  ),
  "task.setDeadline": patching(
    "value",
    (deadlineAt) => ({ deadlineAt }),
    ({ reference, deadlineAt }) => `${reference} is due on ${dayOf(deadlineAt!)}.`,
  ),
  "task.clearDeadline": patching(
    "nothing",
    () => ({ deadlineAt: null }),
    ({ reference }) => `${reference} has no deadline.`,
  ),
  "task.setProject": patching(
    "value",
    (projectId) => ({ projectId }),
    ({ reference, project }) => `${reference} is in ${project!.name}.`,
  ),
  "task.clearProject": patching(
    "nothing",
    () => ({ projectId: null }),
    ({ reference }) => `${reference} is in no project.`,
  ),
  "task.addLabel": patching(
    "value",
    (label, { labels }) => ({ tags: withLabel(labels, label) }),
    ({ reference, labels }, _before, label) =>
      `${reference} has the label ${labelNamed(labels, label)}.`,
  ),
  "task.removeLabel": patching(
    "value",
    (label, { labels }) => ({ tags: withoutLabel(labels, label) }),
    ({ reference }, { labels }, label) =>
      `${reference} doesn't have the label ${labelNamed(labels, label)}.`,
  ),
  "task.follow": {
    takes: "nothing",
    run: (context, { id }) => within(context, followTask, { taskId: id }),
    message: ({ reference }) => `You follow ${reference}.`,
  },
  "task.unfollow": {
    takes: "nothing",
    run: (context, { id }) => within(context, unfollowTask, { taskId: id }),
    message: ({ reference }) => `You no longer follow ${reference}.`,
  },
  "task.archive": {
    takes: "nothing",
    run: (context, { id }) => within(context, archiveTask, { taskId: id }),
    message: ({ reference }) => `${reference} is archived.`,
    leads: destinations.tasks,
  },
  ...propertyCommands,
  ...pinning<Task>("task", ({ reference }) => reference),
};
