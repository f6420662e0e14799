import assert from "node:assert/strict";
import type { Answer, Step } from "./walk.ts";
import { ownSteps } from "./walk_own.ts";
import { unsentSteps } from "./walk_unsent.ts";

const task = (field: string, value: unknown) => (answer: Answer) =>
  assert.deepEqual(answer.task[field], value);

const tagsOf = (tasks: Answer[]) => tasks.map(({ reference, tags }) => [reference, tags]);

/** Steps with tasks. */
export const taskSteps: Step[] = [
  {
    does: "creates a task",
    args: (_world, made) => [
      ...[
        "tasks",
        "create",
        "--title",
        'Weave — “Jacquard” 織り \\ " ✓',
        "--team-id",
        made.teamId,
      ],
      ...["--priority", "high", "--status", "planned", "--deadline-at", "2026-04-01"],
      ...["--description", "-"],
    ],
    options: { stdin: 'Two lines\nof *Markdown* with "quotes" and \\ slashes\n\n' },
    holds: ({ task }) => {
      assert.equal(task.reference, "ENG-1");
      assert.equal(task.description, 'Two lines\nof *Markdown* with "quotes" and \\ slashes');
      assert.equal(task.deadlineAt, "2026-04-01");
    },
  },
  {
    does: "creates a draft with labels",
    args: (_world, made) => [
      ...["tasks", "create", "--team-id", made.teamId, "--title=Second=one", "--draft"],
      ...["--tag", "Bug", "--tag", "Feature"],
    ],
    holds: ({ task }) => {
      assert.equal(task.title, "Second=one");
      assert.equal(task.draft, true);
      assert.deepEqual([...task.tags].sort(), ["Bug", "Feature"]);
    },
  },
  {
    does: "refuses a project's status, in the server's words",
    args: () => ["tasks", "update", "ENG-1", "--status", "active"],
    code: 2,
    says: /^--status: .*progressed/,
  },
  {
    does: "lists without drafts",
    args: () => ["tasks", "list"],
    holds: ({ tasks }) => assert.equal(tasks.length, 1),
  },
  {
    does: "lists with drafts, one a page",
    args: (_world, made) => [
      ...["tasks", "list", "--include-drafts", "--limit", "1", "--team-id", made.teamId],
    ],
    holds: ({ tasks, nextCursor }) => {
      assert.equal(tasks.length, 1);
      assert.equal(typeof nextCursor, "string");
    },
  },
  {
    does: "lists by words that need encoding",
    args: () => ["tasks", "list", "--q", "織り & “?#%+", "--sort", "-updatedAt"],
    holds: ({ tasks }) => assert.deepEqual(tasks, []),
  },
  {
    does: "refuses a limit that is no number, in the server's words",
    args: () => ["tasks", "list", "--limit", "many"],
    code: 2,
    says: /^--limit: /,
  },
  {
    does: "changes status",
    args: () => ["tasks", "update", "ENG-1", "--status", "progressed"],
    holds: task("status", "progressed"),
  },
  {
    does: "changes several fields and clears others",
    args: () => [
      ...["tasks", "update", "ENG-1", "--title", "Weave", "--clear-deadline"],
      ...["--clear-description", "--tag", "Bug", "--priority", "urgent"],
    ],
    holds: ({ task }) => {
      assert.deepEqual(
        [task.title, task.deadlineAt, task.description, task.tags, task.priority],
        ["Weave", null, null, ["Bug"], "urgent"],
      );
    },
  },
  {
    does: "clears labels",
    args: () => ["tasks", "update", "ENG-1", "--clear-tags"],
    holds: task("tags", []),
  },
  {
    does: "publishes a draft",
    args: () => ["tasks", "update", "ENG-2", "--publish"],
    holds: task("draft", false),
  },
  {
    does: "makes one task a part of another",
    args: () => ["tasks", "update", "ENG-2", "--parent-id", "ENG-1"],
    holds: ({ task }) => assert.match(task.parentId, /^task_/),
  },
  {
    does: "changes many tasks at once",
    args: () => [
      ...["tasks", "update-many", "ENG-1, ENG-2", "--priority", "low", "--add-tag", "Bug"],
      ...["--remove-tag", "Feature"],
    ],
    holds: (answer) => {
      assert.deepEqual(Object.keys(answer), ["tasks"]);
      assert.deepEqual(
        answer.tasks.map(({ reference, priority, tags }: Answer) => [reference, priority, tags]),
        [["ENG-1", "low", ["Bug"]], ["ENG-2", "low", ["Bug"]]],
      );
    },
  },
  {
    does: "refuses a change of what was changed since one read it, and no other",
    args: () => ["tasks", "update", "ENG-1", "--clear-tags", "--since-version", "1"],
    code: 1,
    says:
      /^The task's labels have changed since you read them\. Read the record again \(version \d+\),/,
  },
  {
    does: "takes a version that is a number",
    args: () => ["tasks", "update", "ENG-1", "--clear-tags", "--since-version", "one"],
    code: 2,
    says: /^--since-version must be a whole number, 0 or greater\./,
  },
  {
    does: "takes back what was done last to a task, and to others with it",
    args: () => ["tasks", "undo", "ENG-2"],
    holds: ({ tasks, left }) => {
      assert.deepEqual(tagsOf(tasks), [["ENG-1", []], ["ENG-2", ["Bug", "Feature"]]]);
      assert.deepEqual(left, []);
    },
  },
  {
    does: "takes the undo back in turn, of one task alone",
    args: () => ["tasks", "undo", "ENG-2", "--alone"],
    holds: ({ tasks }) => assert.deepEqual(tagsOf(tasks), [["ENG-2", ["Bug"]]]),
  },
  {
    does: "takes back the rest of it",
    args: () => ["tasks", "undo", "ENG-1"],
    holds: ({ tasks }) => assert.deepEqual(tagsOf(tasks), [["ENG-1", ["Bug"]]]),
  },
  {
    does: "names each of many tasks that can't be changed",
    args: () => ["tasks", "update-many", "ENG-1,ENG-77,ENG-78", "--priority", "high"],
    code: 1,
    says: /^<tasks>: Task ENG-77 not found\. <tasks>: Task ENG-78 not found\. Omit/,
  },
  {
    does: "asks many tasks for a change",
    args: () => ["tasks", "update-many", "ENG-1,ENG-2"],
    code: 2,
    says: /^Choose at least one change\./,
  },
  {
    does: "shows a task with its activity, which names the interface",
    args: () => ["tasks", "show", "ENG-1"],
    holds: ({ task }) => {
      assert.equal(task.children[0].reference, "ENG-2");
      assert.ok(task.activity.length > 0);
      assert.ok(task.activity.every((entry: { interface: string }) => entry.interface === "cli"));
    },
  },
  ...unsentSteps,
  {
    does: "makes a task a favorite",
    args: () => ["favorites", "add", "task", "ENG-1"],
    holds: (answer) => assert.deepEqual(answer, { favorite: true }),
  },
  { does: "makes a team a favorite", args: () => ["favorites", "add", "team", "ENG"] },
  {
    does: "moves a favorite",
    args: () => ["favorites", "add", "team", "ENG", "--position", "1"],
  },
  {
    does: "lists the favorites in their order",
    args: () => ["favorites", "list"],
    holds: ({ favorites }) =>
      assert.deepEqual(favorites.map(({ key }: Answer) => key), ["ENG-1", "ENG"]),
  },
  {
    does: "moves no favorite to a place that is none",
    args: () => ["favorites", "add", "team", "ENG", "--position", "first"],
    code: 2,
    says: /^--position must be a whole number, 0 or greater\.\n$/,
  },
  {
    does: "takes nothing as a favorite that can't be one",
    args: () => ["favorites", "add", "label", "Bug"],
    code: 2,
    says: /kind/,
  },
  ...ownSteps,
  {
    does: "takes a favorite out",
    args: () => ["favorites", "remove", "task", "ENG-1"],
    holds: (answer) => assert.deepEqual(answer, { favorite: false }),
  },
  {
    does: "shows no task that isn't there",
    args: () => ["tasks", "show", "ENG-99/../1"],
    code: 1,
    says: /ENG-99/,
  },
  {
    does: "takes no project that isn't there",
    args: () => ["tasks", "list", "--project-id", "nope"],
    code: 2,
    says: /nope/,
  },
  {
    does: "takes no assignee who isn't there",
    args: () => ["tasks", "update", "ENG-1", "--assignee-id", "nobody"],
    code: 2,
    says: /assignee|nobody/,
  },
  {
    does: "takes no team that isn't there",
    args: () => ["tasks", "create", "--team-id", "NOPE", "--title", "Lost"],
    code: 2,
    says: /team/,
  },
  {
    does: "works in no foreign workspace",
    args: () => ["tasks", "list", "--workspace-id", "ws_nobody"],
    code: 1,
    says: /ws_nobody/,
  },
  {
    does: "creates a task with links and relations",
    args: (_world, made) => [
      ...["tasks", "create", "--title", "Linked", "--team-id", made.teamId],
      ...["--resource", "https://example.com/a?b=c&d", "--blocks", "ENG-1"],
      ...["--resource", 'https://example.org Die „Karte“ \\ "2"', "--relates-to", "ENG-2"],
      ...["--blocks", "ENG-2"],
    ],
    holds: ({ task }) => {
      const { resources, relations } = task;
      assert.deepEqual(
        resources.map(({ url, title }: Record<string, string>) => [url, title]),
        [
          ["https://example.com/a?b=c&d", "example.com"],
          ["https://example.org/", 'Die „Karte“ \\ "2"'],
        ],
      );
      assert.deepEqual(
        relations.map((one: Answer) => `${one.kind} ${one.task.reference}`),
        ["blocks ENG-1", "blocks ENG-2", "relatesTo ENG-2"],
      );
    },
  },
  {
    does: "refuses a relation to no task, by its place",
    args: (_world, made) => [
      ...["tasks", "create", "--title", "Lost", "--team-id", made.teamId],
      ...["--duplicated-by", "ENG-999"],
    ],
    code: 2,
    says: /Task ENG-999 not found/,
  },
  {
    does: "writes a list into a description",
    args: () => ["tasks", "update", "ENG-2", "--description", "- One\n- [x] Two"],
    holds: ({ task }) => assert.equal(task.description, "- One\n- [x] Two"),
  },
  {
    does: "makes sub-tasks of lines of a list",
    args: () => ["tasks", "split", "ENG-2", "--from", "2"],
    holds: ({ task }) => {
      const { title, status, reference } = task.children.at(-1);
      assert.deepEqual([title, status], ["Two", "completed"]);
      assert.equal(task.description, `- One\n- ${reference} Two`);
    },
  },
  {
    does: "refuses lines in which no item begins that isn't a task",
    args: () => ["tasks", "split", "ENG-2", "--from", "2", "--to", "2"],
    code: 2,
    says: /Choose lines with list items that aren't tasks yet/,
  },
  {
    does: "takes a line that is a number",
    args: () => ["tasks", "split", "ENG-2", "--from", "two"],
    code: 2,
    says: /^--from must be a whole number, 0 or greater\./,
  },
];
