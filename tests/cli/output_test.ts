import assert from "node:assert/strict";
import { taskSorts } from "../../cli/task_fields.ts";
import { agentRows, render as renderAgent } from "../../cli/commands/agents.ts";
import { render as renderInbox } from "../../cli/commands/inbox.ts";
import { render } from "../../cli/commands/me.ts";
import { taskDetail } from "../../cli/task_views.ts";
import { taskSorts as acceptedSorts } from "../../server/domain/tasks/schema.ts";
import { colors, forPrograms, json, oneLine } from "../../cli/output.ts";
import { learnWidths } from "../../cli/width.ts";
import { inWords } from "../../cli/times.ts";
import { fit, listing, pad, table, terminalWidth } from "../../cli/table.ts";
import { environment, replaced } from "./support/replaced.ts";

await learnWidths("織");

Deno.test("width is counted in columns: wide letters and emoji take two, combined characters one", () => {
  const padded = ["Ada", "織り", "e\u0301", "👩🏽‍💻", "✓ done"].map((text) => pad(text, 7));
  assert.deepEqual(padded, ["Ada    ", "織り   ", "e\u0301      ", "👩🏽‍💻     ", "✓ done "]);
});

Deno.test("text is truncated between letters, never within one", () => {
  assert.equal(fit("織り機", 6), "織り機");
  assert.equal(fit("織り機", 5), "織り…");
  assert.equal(fit("織り機", 4), "織…");
  assert.equal(pad("織", 4), "織  ");
});

Deno.test("text from elsewhere can't control the terminal", () => {
  assert.equal(oneLine("a\x1b[31mred\x9b0m\r\n\u2028b"), "a [31mred 0m b");
  assert.equal(oneLine("a\u202egpj\u2066.exe\u2069"), "a gpj .exe ");
});

Deno.test("with --quiet, a response is one identifier per line, or the new secret", () => {
  const quiet = (answer: unknown) => forPrograms({ quiet: true }, answer);
  const author = { id: "prof_1" };
  assert.equal(
    quiet({ tasks: [{ id: "task_1", reference: "ENG-1" }, { id: "task_2" }] }),
    "ENG-1\ntask_2\n",
  );
  assert.equal(quiet({ task: { author, id: "task_1", reference: "ENG-1" } }), "ENG-1\n");
  assert.equal(quiet({ results: [{ project: { id: "proj_1", key: "WEB" } }] }), "WEB\n");
  assert.equal(quiet({ comments: [{ author, id: "com_1" }], nextCursor: "c" }), "com_1\n");
  assert.equal(quiet({ id: "cred_1", label: "Desk", token: "blg_pat_1" }), "blg_pat_1\n");
  assert.equal(quiet({ url: "https://a.example/" }), "https://a.example/\n");
  assert.equal(quiet({ deleted: true, token: null }), "");
  assert.equal(quiet({ id: "a\u009b\u202eb" }), "a b\n");
});

Deno.test("agents are listed and shown with their usernames", () => {
  const agent = { id: "agent_1", profileId: "prof_1", name: "Robo", username: "robo2" };
  assert.match(agentRows([agent]), /^ID +Profile ID +Username +Role +Name\n.* robo2 +Robo$/);
  assert.match(renderAgent({ agent }), /^Username +robo2$/m);
});

Deno.test("me names an automation and its agent in a terminal", () => {
  const principal = { kind: "automation", tokenKind: "automation", scopes: [] };
  const automation = { name: "Deployer" };
  const nowhere = { viewer: null, workspace: null, workspaceSource: "none" } as const;
  const member = { name: "Robo", username: "robo", role: null };
  const shown = render({ principal: { ...principal, automation }, member, ...nowhere });
  assert.match(shown, /^Name +Robo\nUsername +robo\nAutomation +Deployer\n/);
});

Deno.test("with --compact, a response is one line per record, without empty, long, or repeated values", () => {
  const lines = (answer: unknown) => forPrograms({ compact: true }, answer);
  const ada = { id: "prof_1", name: "Ada", username: "ada" };
  const task = {
    ...{ id: "task_1", reference: "ENG-1", number: 1, title: "Mend", url: "https://a.example/1" },
    ...{ assigneeId: "prof_1", assignee: ada, creatorId: "prof_1", tags: [], draft: false },
    ...{ project: { id: "proj_1", key: "WEB" }, labels: [{ id: "label_1", name: "Bug" }] },
  };
  const short = { reference: "ENG-1", title: "Mend", assignee: "ada", creatorId: "prof_1" };
  const line = { ...short, project: "WEB", labels: ["Bug"] };
  assert.equal(
    lines({ tasks: [task], nextCursor: "abc" }),
    `${JSON.stringify(line)}\n`,
    "only records are printed; the cursor goes to standard error",
  );
  assert.equal(lines({ task }), `${JSON.stringify(line)}\n`);
  assert.equal(lines({ comments: [], nextCursor: null }), "");
  assert.equal(
    lines({ notification: { subject: task, of: 0 } }),
    '{"subject":"ENG-1 Mend","of":0}\n',
  );
  assert.equal(
    lines({ body: "👩🏽 ".repeat(70), token: "t".repeat(130) }),
    `{"body":"${[..."👩🏽 ".repeat(70)].slice(0, 119).join("")}…","token":"${"t".repeat(130)}"}\n`,
  );
  assert.equal(
    lines({ id: "note_1", comment: { id: "com_1", excerpt: "Hm.", version: 2 } }),
    '{"id":"note_1","comment":{"id":"com_1","excerpt":"Hm."}}\n',
    "what has no name is told",
  );
  assert.equal(lines({ url: "https://a.example/" }), '{"url":"https://a.example/"}\n');
});

Deno.test("a snoozed notification is listed with the time until which it is snoozed", () => {
  const wakes = new Date(Date.now() + 3 * 3_600_000 + 60_000).toISOString();
  const subject = { reference: "ENG-1", title: "Mend the gate" };
  const note = { id: "note_1", reason: "mention", readAt: null, actor: null, subject };
  const notifications = [{ ...note, snoozedUntil: wakes, createdAt: new Date().toISOString() }];
  const shown = renderInbox({ notifications, nextCursor: null } as never);
  assert.match(shown, /in 3 hours .*ENG-1 Mend the gate/);
});

Deno.test("a table aligns its columns, and says so if it has no rows", () => {
  assert.equal(
    table(["Id", "Name"], [["ws_1", "織"], [null, "b"]], "None."),
    "Id    Name\nws_1  織\n      b",
  );
  assert.equal(table(["Id"], [], "None."), "None.");
  assert.equal(listing([["A", "1"], ["Bcd", null], ["Bc", "2"]]), "A   1\nBc  2");
});

Deno.test("a terminal without a width uses COLUMNS, or else 80", () => {
  const none = () => 0;
  const noTerminal = () => {
    throw new Deno.errors.NotSupported();
  };
  const withColumns = (env: Record<string, string>, ask: () => number) => {
    using _environment = environment(env);
    return terminalWidth(ask);
  };
  assert.equal(withColumns({ COLUMNS: "120" }, () => 100), 100);
  assert.equal(withColumns({ COLUMNS: "120" }, none), 120);
  assert.equal(withColumns({ COLUMNS: "120" }, noTerminal), 120);
  assert.equal(withColumns({ COLUMNS: "wide" }, none), 80);
  assert.equal(withColumns({}, none), 80);
});

Deno.test("the sort orders in the help are the ones that the server accepts", () => {
  assert.deepEqual(taskSorts, acceptedSorts);
});

const ada = { id: "prof_1", name: "Ada", username: "ada", kind: "human" as const, color: null };
const bareTask = {
  assigneeSuspended: false,
  id: "task_1",
  reference: "ENG-1",
  number: 1,
  title: "Mend the roof",
  description: null,
  status: "planned" as const,
  state: { id: "state_1", name: "Planned", status: "planned" as const },
  priority: "none" as const,
  teamId: "team_1",
  projectId: null,
  project: null,
  milestoneId: null,
  milestone: null,
  parentId: null,
  assigneeId: null,
  assignee: null,
  creatorId: ada.id,
  deadlineAt: null,
  tags: [],
  labels: [],
  draft: false,
  version: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  completedAt: null,
  archivedAt: null,
  url: "https://backlog.example/workspace/tasks/task_01k1",
  creator: ada,
  parent: null,
  children: [],
  relations: [],
  resources: [],
  followers: [],
  comments: [],
  moreComments: false,
  approvals: [],
};

const happened = {
  id: "act_1",
  kind: "task.commented" as const,
  actor: null,
  interface: "api" as const,
  undoneAt: null,
  undoableUntil: null,
};

Deno.test("a task's activity shows which changes were undone", () => {
  const undone = { ...happened, undoneAt: "2026-03-02T09:00:00.000Z", data: {}, createdAt: "now" };
  const shown = taskDetail({ task: { ...bareTask, activity: [undone] } });
  assert.match(shown, /^now +Backlog +commented, undone$/m);
});

Deno.test("a task's activity shows no IDs of comments", () => {
  const shown = taskDetail({
    task: {
      ...bareTask,
      activity: [{ ...happened, data: { to: { id: "com_1" } }, createdAt: "now" }],
    },
  });
  assert.match(shown, /commented/);
  assert.doesNotMatch(shown, /com_1|nothing/);
});

Deno.test("a task's printed URL is the short one with its reference", () => {
  const shown = taskDetail({ task: { ...bareTask, activity: [] } });
  assert.match(shown, /^URL +https:\/\/backlog\.example\/workspace\/tasks\/ENG-1$/m);
});

Deno.test("a task shows its relations, links, pending approvals, and whether it is archived", () => {
  const other = { id: "task_2", reference: "ENG-2", title: "Oil it", archivedAt: null };
  const at = { version: 1, createdAt: bareTask.createdAt };
  const shown = taskDetail({
    task: {
      ...bareTask,
      archivedAt: bareTask.createdAt,
      relations: [{ kind: "blockedBy", task: { ...other, status: "planned" } }],
      resources: [{ ...at, id: "res_1", title: "Spec", url: "https://example.com/", creator: ada }],
      approvals: [{ ...at, id: "appr_1", body: "Blue?", requester: ada, approver: ada }],
      activity: [],
    },
  });
  assert.match(shown, /^Archived +\S/m);
  assert.match(shown, /^blocked by +ENG-2 +planned +Oil it$/m);
  assert.match(shown, /^Spec +https:\/\/example\.com\/$/m);
  assert.match(shown, /^Ada +Ada +Blue\?$/m);
});

Deno.test("a task's deadline is shown as its day", () => {
  const shown = taskDetail({ task: { ...bareTask, deadlineAt: "2026-12-24", activity: [] } });
  assert.match(shown, /^Deadline +2026-12-24$/m);
});

Deno.test("JSON is printed in the same way as by jq", () => {
  assert.equal(json({ a: [], b: "\x7f é" }), '{\n  "a": [],\n  "b": "\\u007f é"\n}\n');
});

Deno.test("a dumb terminal, or NO_COLOR, turns bold text off", () => {
  using _stdout = replaced(Deno.stdout, { isTerminal: () => true });
  const colorsIn = (env: Record<string, string>) => {
    using _environment = environment(env);
    return colors();
  };
  assert.equal(colorsIn({ TERM: "xterm" }), true);
  assert.equal(colorsIn({ TERM: "dumb" }), false);
  assert.equal(colorsIn({ TERM: "xterm", NO_COLOR: "1" }), false);
});

Deno.test("times on a terminal are in words", () => {
  const now = Date.parse("2026-03-02T09:00:00Z");
  const told: [time: string, words: string][] = [
    ["2026-03-02T08:59:30.000Z", "just now"],
    ["2026-03-02T09:00:30.000Z", "in less than a minute"],
    ["2026-03-02T08:58:59.000Z", "1 minute ago"],
    ["2026-03-02T10:59:59.000Z", "in 1 hour"],
    ["2026-02-28T09:00:00.000Z", "2 days ago"],
    ["2026-05-01T09:00:00.000Z", "1 May"],
    ["2025-05-01T09:00:00.000Z", "1 May 2025"],
    ["2026-03-02", "2026-03-02"],
    ["soon", "soon"],
  ];
  for (const [time, words] of told) assert.equal(inWords(time, now), words);
});
