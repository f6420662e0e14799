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
import { oneLine, print } from "../output.ts";
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

/** The tasks that are as they were, and a line for each in which something isn't. */
function undoneTable({ tasks, left }: Undone): string {
  const lines = left.map(({ taskId, reference, message }) =>
    `${oneLine(reference ?? taskId)}: ${oneLine(message)}`
  );
  return [taskTable({ tasks, nextCursor: null }), ...lines].join("\n");
}

/** What `tasks update` and `tasks update-many` change a task by. */
const patching = {
  title: value("<title>", "What to do, in one line"),
  teamId: value("<id>", "The team that does it"),
  ...givingOptions,
  stateId: value("<id>", "A state of the team's workflow; its status comes along"),
  before: value("<task>", "Directly above this task in the team's order by hand"),
  after: value("<task>", "Directly below it"),
  ...clearingOptions,
  publish: flag("Make a draft a task"),
};

const taskArgument = { task: argument("The task's id or reference: ENG-123") };

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
      title: requiredValue("<title>", "What to do, in one line"),
      teamId: requiredValue("<id>", "The team that does it"),
      ...givingOptions,
      templateId: value("<id>", "The task template that fills what isn't given"),
      ...startingOptions,
      draft: flag("Keep it as a draft"),
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
    summary: "Change a task",
    args: taskArgument,
    options: {
      ...patching,
      beforeSibling: value("<task>", "Directly above this one of its parent's sub-tasks"),
      afterSibling: value("<task>", "Directly below it"),
      sinceVersion: number("<n>", "Refuse it where one of the same fields was changed since that"),
    },
    async run({ path: typed, args, options, globals }) {
      const { publish, sinceVersion, ...fields } = options;
      const patch = { ...await taskPatch(fields), ...(publish && { draft: false }) };
      if (Object.keys(patch).length === 0) {
        throw usageFailure(typed, "Nothing to change was given.");
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
    summary: "Change many tasks in the same way: all of them, or none",
    args: tasksArgument,
    options: {
      ...patching,
      addTag: list("<label>", "A label that each gets besides its own; repeat it for several"),
      removeTag: list("<label>", "A label that is taken from each; repeat it for several"),
      archive: flag("Archive them, or discard drafts"),
      restore: flag("Bring archived ones back"),
    },
    async run({ path: typed, args, options, globals }) {
      const { publish, addTag, removeTag, archive, restore, ...fields } = options;
      if (archive && restore) throw badValue("Either archive them or restore them, not both.");
      const patch = {
        ...await taskPatch(fields),
        ...(publish && { draft: false }),
        ...(addTag?.length && { addTags: addTag }),
        ...(removeTag?.length && { removeTags: removeTag }),
        ...((archive || restore) && { archived: archive === true }),
      };
      if (Object.keys(patch).length === 0) {
        throw usageFailure(typed, "Nothing to change was given.");
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
    summary: "Tick a box of a checklist in a task's description",
    args: { ...taskArgument, words: argument("What stands beside the box") },
    options: { untick: flag("Take the tick away") },
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
    summary: "Make sub-tasks of a list in a task's description",
    args: taskArgument,
    options: {
      from: value("<line>", "The first line of the description to look at; 1 without it"),
      to: value("<line>", "The last line; the last of all without it"),
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
    summary: "Take back what you did last to a task, and to others with it",
    args: { task: argument("A task's id or reference, or an entry of history: ENG-123, act_…") },
    options: { alone: flag("Only what was done to this task, where it was done to others too") },
    async run({ args: { task }, options: { alone }, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/activity/${encodeURIComponent(task)}/undo`;
      const body = alone ? { alone } : {};
      const answer = await ask<Undone>(settings, { method: "POST", path, body });
      await print(globals, answer, undoneTable);
    },
  }),
  manyTasks({
    path: "tasks follow",
    summary: "Follow tasks: all of them, or none",
    at: "tasks/follow",
    does: { following: true },
  }),
  manyTasks({
    path: "tasks unfollow",
    summary: "Stop following tasks: all of them, or none",
    at: "tasks/follow",
    does: { following: false },
  }),
  command({
    path: "tasks show",
    summary: "Show a task with what happened to it",
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
      body: optionalArgument("What to say, in Markdown; - or nothing: standard input, or $EDITOR"),
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
        ({ comment }) => `Commented as ${oneLine(comment.author.name)}.`,
      );
    },
  }),
];
