import type { Comment } from "../../server/domain/comments/schema.ts";
import type { LeftTask, Task, TaskDetail } from "../../server/domain/tasks/schema.ts";
import { ask, workspacePath } from "../client.ts";
import {
  argument,
  choice,
  command,
  flag,
  list,
  number,
  optionalArgument,
  requiredValue,
  value,
} from "../command.ts";
import { badValue, usageFailure } from "../failure.ts";
import { manyTasks, referencesIn, tasksArgument } from "../many_tasks.ts";
import { oneLine, print, writeError } from "../output.ts";
import { askLong, longPaging } from "../paging.ts";
import { readInput } from "../prompt.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import {
  clearingOptions,
  givingOptions,
  newTaskBody,
  startingOptions,
  taskPatch,
  taskSorts,
} from "../task_fields.ts";
import { wholeNumber } from "../whole_number.ts";
import { filterOptions } from "../task_filters.ts";
import { taskDetail, taskListing, taskTable } from "../task_views.ts";

async function tasksPath(settings: Settings, task?: string): Promise<string> {
  const path = `${await workspacePath(settings)}/tasks`;
  return task === undefined ? path : `${path}/${encodeURIComponent(task)}`;
}

interface Undone {
  tasks: Task[];
  left: LeftTask[];
}

/** Formats the tasks after an undo, with a line for each task that kept a change. */
function undoneTable({ tasks, left }: Undone): string {
  const lines = left.map(({ taskId, reference, message }) =>
    `${oneLine(reference ?? taskId)}: ${oneLine(message)}`
  );
  return [taskTable({ tasks, nextCursor: null }), ...lines].join("\n");
}

/** The options of `tasks update` and `tasks update-many`. */
const patching = {
  title: value("<title>", "Title"),
  teamId: value("<id>", "Team, by key, name, or ID"),
  ...givingOptions,
  tag: list("<label>", "Label, by name or ID; replaces the current labels (repeatable)"),
  stateId: value("<id>", "State of the team's workflow, which also sets the status"),
  before: value("<task>", "Place the task above another task in the manual order"),
  after: value("<task>", "Place the task below another task in the manual order"),
  ...clearingOptions,
  publish: flag("Publish a draft"),
};

const taskArgument = { task: argument("Task, by ID or reference, such as ENG-123") };

export const commands = [
  command({
    path: "tasks list",
    summary: "List tasks",
    options: {
      ...filterOptions,
      sort: choice("<order>", taskSorts),
      ...longPaging,
    },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const { archived, includeDrafts, all, ...given } = options;
      const query = {
        ...given,
        ...(includeDrafts && { includeDrafts: "true" }),
        ...(archived && { archived: "true" }),
      };
      const path = await tasksPath(settings);
      const answer = await askLong<"tasks", Task>(settings, path, "tasks", {
        all: all === true,
        query,
      });
      await print(globals, answer, taskTable);
    },
  }),
  command({
    path: "tasks create",
    summary: "Create a task",
    options: {
      title: requiredValue("<title>", "Title"),
      teamId: requiredValue("<id>", "Team, by key, name, or ID"),
      ...givingOptions,
      templateId: value("<id>", "Task template that fills in the other fields"),
      ...startingOptions,
      draft: flag("Create the task as a draft"),
    },
    async run({ options, globals }) {
      const body = await newTaskBody(options);
      const settings = resolveSettings(globals);
      const path = await tasksPath(settings);
      const answer = await ask<{ task: Task }>(settings, { method: "POST", path, body });
      await print(globals, answer, taskListing);
    },
  }),
  command({
    path: "tasks update",
    summary: "Update a task",
    args: taskArgument,
    options: {
      ...patching,
      beforeSibling: value("<task>", "Place the task above another sub-task of the same parent"),
      afterSibling: value("<task>", "Place the task below another sub-task of the same parent"),
      sinceVersion: number(
        "<n>",
        "Fail if someone has changed one of the same fields since this version",
      ),
    },
    async run({ path: typed, args, options, globals }) {
      const { publish, sinceVersion, ...fields } = options;
      const patch = { ...await taskPatch(fields), ...(publish && { draft: false }) };
      if (Object.keys(patch).length === 0) {
        throw usageFailure(typed, "Choose at least one change.");
      }
      const body = {
        ...patch,
        ...(sinceVersion !== undefined && {
          sinceVersion: wholeNumber("--since-version", sinceVersion),
        }),
      };
      const settings = resolveSettings(globals);
      const path = await tasksPath(settings, args.task);
      const answer = await ask<{ task: Task }>(settings, { method: "PATCH", path, body });
      await print(globals, answer, taskListing);
    },
  }),
  command({
    path: "tasks update-many",
    summary: "Update several tasks (all or nothing)",
    args: tasksArgument,
    options: {
      ...patching,
      addTag: list("<label>", "Label to add to each task (repeatable)"),
      removeTag: list("<label>", "Label to remove from each task (repeatable)"),
      archive: flag("Archive the tasks, or discard drafts"),
      restore: flag("Restore archived tasks"),
    },
    async run({ path: typed, args, options, globals }) {
      const { publish, addTag, removeTag, archive, restore, ...fields } = options;
      if (archive && restore) throw badValue("Use either --archive or --restore.");
      const patch = {
        ...await taskPatch(fields),
        ...(publish && { draft: false }),
        ...(addTag?.length && { addTags: addTag }),
        ...(removeTag?.length && { removeTags: removeTag }),
        ...((archive || restore) && { archived: archive === true }),
      };
      if (Object.keys(patch).length === 0) {
        throw usageFailure(typed, "Choose at least one change.");
      }
      const settings = resolveSettings(globals);
      const answer = await ask<{ tasks: Task[] }>(settings, {
        method: "PATCH",
        path: await tasksPath(settings),
        body: { taskIds: referencesIn(args.tasks), patch },
      });
      await print(globals, answer, ({ tasks }) => taskTable({ tasks, nextCursor: null }));
    },
  }),
  command({
    path: "tasks tick",
    summary: "Check a checkbox in a task's description",
    args: { ...taskArgument, words: argument("Text beside the checkbox") },
    options: { untick: flag("Uncheck the checkbox") },
    async run({ args: { task, words }, options, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await tasksPath(settings, task)}/tick`;
      const body = { words, done: !options.untick };
      const answer = await ask<{ task: Task }>(settings, { method: "POST", path, body });
      await print(globals, answer, taskListing);
    },
  }),
  command({
    path: "tasks split",
    summary: "Turn a list in a task's description into sub-tasks",
    args: taskArgument,
    options: {
      from: value("<line>", "First line of the description to convert (default: 1)"),
      to: value("<line>", "Last line of the description to convert (default: the last line)"),
    },
    async run({ args, options: { from, to }, globals }) {
      const body = {
        ...(from !== undefined && { from: wholeNumber("--from", from) }),
        ...(to !== undefined && { to: wholeNumber("--to", to) }),
      };
      const settings = resolveSettings(globals);
      const path = `${await tasksPath(settings, args.task)}/sub-tasks`;
      const answer = await ask<{ task: TaskDetail }>(settings, { method: "POST", path, body });
      await print(globals, answer, taskDetail);
    },
  }),
  command({
    path: "tasks undo",
    summary: "Undo your last change to a task, and to other tasks changed at the same time",
    args: {
      task: argument(
        "Task, such as ENG-123, to undo your last change except comments; or an activity entry, such as act_…",
      ),
    },
    options: { alone: flag("Undo the change to this task only") },
    async run({ args: { task }, options: { alone }, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/activity/${encodeURIComponent(task)}/undo`;
      const body = alone ? { alone } : {};
      const answer = await ask<Undone>(settings, { method: "POST", path, body });
      await print(globals, answer, undoneTable);
      const archived = answer.tasks.filter(({ archivedAt }) => archivedAt !== null);
      if (archived.length > 0) {
        const references = archived.map(({ reference }) => reference).join(", ");
        writeError(`This undo archived ${references}. To reverse it, undo again.`);
      }
    },
  }),
  manyTasks({
    path: "tasks follow",
    summary: "Follow several tasks (all or nothing)",
    at: "tasks/follow",
    does: { following: true },
  }),
  manyTasks({
    path: "tasks unfollow",
    summary: "Unfollow several tasks (all or nothing)",
    at: "tasks/follow",
    does: { following: false },
  }),
  command({
    path: "tasks show",
    summary: "Show a task with its activity and comments",
    args: taskArgument,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = await tasksPath(settings, args.task);
      await print(
        globals,
        await ask<{ task: TaskDetail }>(settings, { method: "GET", path }),
        taskDetail,
      );
    },
  }),
  command({
    path: "tasks comment",
    summary: "Comment on a task",
    args: {
      ...taskArgument,
      body: optionalArgument("Text in Markdown (default: standard input or $EDITOR)"),
    },
    async run({ args: { task, body: given = "-" }, globals }) {
      const body = given === "-" ? await readInput() : given;
      const settings = resolveSettings(globals);
      const path = `${await tasksPath(settings, task)}/comments`;
      const answer = await ask<{ comment: Comment }>(settings, {
        method: "POST",
        path,
        body: { body },
      });
      await print(
        globals,
        answer,
        ({ comment }) => `Commented as ${oneLine(comment.author.name)}`,
      );
    },
  }),
];
