import assert from "node:assert/strict";
import type { RunOptions } from "./lines.ts";
import { makeWorkspace, secretsOf, type World } from "./world.ts";

/** One step of the walk, and what must be true of its answer in each world. */
export interface Step {
  does: string;
  args: (world: World, made: Made) => string[];
  options?: RunOptions;
  before?: (world: World, made: Made) => Promise<void> | void;
  code?: number;
  holds?: (answer: Answer, world: World, made: Made) => void;
  says?: RegExp;
}
export interface Made {
  workspaceId: string;
  teamId: string;
}
// deno-lint-ignore no-explicit-any -- each step looks into its own answer
type Answer = any;

const task = (field: string, value: unknown) => (answer: Answer) =>
  assert.deepEqual(answer.task[field], value);

/** What one does with a command line, from signing up to signing out. */
export const walk: Step[] = [
  {
    does: "status of an empty profile",
    args: () => ["status"],
    holds: (status) => {
      assert.equal(status.authMode, "none");
      assert.equal(status.baseUrl.source, "environment");
    },
  },
  {
    does: "me without signing in",
    args: () => ["me"],
    code: 4,
    says: /^You are not signed in\. Sign in with "backlog auth wizard", or pass --token\.\n$/,
  },
  {
    does: "asks for a code",
    args: () => ["auth", "request-otp", "ada@example.com", "signup"],
    holds: ({ expiresAt }) => assert.equal(expiresAt, "2026-03-02T09:10:00.000Z"),
  },
  {
    does: "asks again too soon",
    args: () => ["auth", "request-otp", "ada@example.com", "signup"],
    code: 1,
    says: /60 seconds/,
  },
  {
    does: "verifies a wrong code",
    args: () => ["auth", "verify-otp", "ada@example.com", "12345", "--purpose=signup"],
    code: 2,
    says: /^code: .*digits/,
  },
  {
    does: "verifies the code",
    args: ({ server }) => [
      ...["auth", "verify-otp", "ada@example.com", server.codeFor("ada@example.com")],
      ...["--purpose", "signup", "--name", "Ada Lovelace", "--label", "Desk"],
    ],
    holds: (answer, world) => {
      assert.equal(answer.session.label, "Desk");
      assert.equal(secretsOf(world).token, answer.accessToken);
      assert.equal(secretsOf(world).refreshToken, answer.refreshToken);
    },
  },
  {
    does: "status of a session",
    args: () => ["status"],
    holds: (status, world) => {
      assert.equal(status.authMode, "session");
      assert.equal(status.token.source, "profile");
      assert.equal(status.token.storedFor, world.server.url);
      assert.doesNotMatch(JSON.stringify(status), /blg_/);
    },
  },
  {
    does: "tasks before there is a workspace",
    args: () => ["tasks", "list"],
    code: 1,
    says: /^You are in no workspace yet\./,
  },
  {
    does: "me",
    before: async (world, made) => void Object.assign(made, await makeWorkspace(world)),
    args: () => ["me"],
    holds: ({ viewer, workspace, workspaceSource }, _world, made) => {
      assert.equal(viewer.name, "Ada Lovelace");
      assert.deepEqual([workspace.id, workspaceSource], [made.workspaceId, "server"]);
    },
  },
  {
    does: "workspaces",
    args: () => ["workspaces"],
    holds: ({ workspaces }) => assert.equal(workspaces[0].name, "Analytical"),
  },
  {
    does: "remembers a workspace",
    args: (_world, made) => ["config", "set-workspace", made.workspaceId],
    holds: (status) => assert.equal(status.workspaceId.source, "profile"),
  },
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
    says: /^status: .*progressed/,
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
    says: /^limit: /,
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
    does: "names each of many tasks that can't be changed",
    args: () => ["tasks", "update-many", "ENG-1,ENG-77,ENG-78", "--priority", "high"],
    code: 1,
    says:
      /^taskIds\.1: There is no task ENG-77 here\. taskIds\.2: There is no task ENG-78 here\. Leave/,
  },
  {
    does: "asks many tasks for a change",
    args: () => ["tasks", "update-many", "ENG-1,ENG-2"],
    code: 2,
    says: /^Nothing to change was given\./,
  },
  {
    does: "shows a task with its history, which names this door",
    args: () => ["tasks", "show", "ENG-1"],
    holds: ({ task }) => {
      assert.equal(task.children[0].reference, "ENG-2");
      assert.ok(task.activity.length > 0);
      assert.ok(task.activity.every(({ door }: { door: string }) => door === "cli"));
    },
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
    does: "renews the session",
    before: (world) => world.server.wait(5),
    args: () => ["auth", "refresh"],
    holds: (answer, world) => {
      assert.equal(secretsOf(world).refreshToken, answer.refreshToken);
    },
  },
  {
    does: "ends the session",
    args: () => ["auth", "revoke"],
    holds: (answer, world) => {
      assert.deepEqual(answer, { revoked: true });
      assert.deepEqual(secretsOf(world), {});
    },
  },
  { does: "is signed in no more", args: () => ["me"], code: 4 },
  {
    does: "forgets everything",
    args: () => ["config", "clear"],
    holds: (_status, world) =>
      assert.deepEqual(Object.keys(world.kept()), ["backlog/", "backlog/profiles/"]),
  },
];
