import assert from "node:assert/strict";
import { endpoints } from "../../server/api/endpoints.ts";
import { call, createTestApp, type TestApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import type { Person } from "../support/cast.ts";
import { listen, type LiveStream } from "../support/listening.ts";
import { shareOf } from "../support/share.ts";
import { pathsOf } from "./stale/paths.ts";
import type { FullCast } from "./support/full_cast.ts";
import { prepare } from "./traces/prepare.ts";

/** People who can't see the private team: a commentator, a person without a team, and one in another workspace. */
const unseeing = shareOf(["esra", "tove", "frode"] as const);

/** Changes in the private team, including to a task related to a public one and to its sub-task. */
const acts = ({ ids }: FullCast, task: string): [request: string, body?: unknown][] => [
  [`PATCH ${task}`, { title: "Prune the yew" }],
  [`PATCH ${task}`, { status: "progressed", priority: "urgent" }],
  [`PATCH ${task}`, { assigneeId: ids.dina }],
  [`POST ${task}/comments`, { body: "Well, @dina" }],
  ["POST tasks", { title: "Water the yew", teamId: "PPL" }],
  [`PATCH projects/${ids.privateProject}`, { summary: "Of hedges" }],
  [`POST projects/${ids.privateProject}/updates`, { body: "Slow", health: "atRisk" }],
  [`POST ${task}/approvals`, { approverId: ids.dina, body: "May I?" }],
  ["POST invitations", { email: "yew@example.com" }],
  ["POST views", { name: "Hedges", scope: "team", teamId: "PPL" }],
  ["POST views", { name: "My hedges", scope: "personal" }],
  [`PUT ${task}/relations/blocks/${ids.task}`],
  ...neighbourChanges(task),
  [`DELETE ${task}/relations/blocks/${ids.task}`],
  ["POST tasks", {
    title: "Rake the leaves",
    teamId: "PPL",
    relations: [{ kind: "relatesTo", taskId: ids.task }],
  }],
  [`PATCH ${task}`, { parentId: ids.task }],
  ...neighbourChanges(task),
  ["POST tasks", { title: "Oil the shears", teamId: "PPL", parentId: ids.task }],
  [`PATCH ${task}`, { parentId: null }],
];

/** The fields of a record about a related task, a parent, and sub-tasks. */
const neighbourChanges = (task: string): [request: string, body?: unknown][] => [
  [`PATCH ${task}`, { title: `Trim the yew ${crypto.randomUUID()}` }],
  [`PATCH ${task}`, { status: "completed" }],
  [`PATCH ${task}`, { status: "planned" }],
  [`DELETE ${task}`],
  [`POST ${task}/restore`],
];

const pages = ["/workspace/tasks", "/workspace/inbox", "/workspace/views"];

Deno.test("hidden changes affect no number, ETag, cursor, or event in responses", async () => {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const people = new Map<string, Awaited<ReturnType<typeof arrive>>>();
  await using opened = new AsyncDisposableStack();
  for (const name of unseeing) {
    const arrived = await arrive(app, fullCast[name]);
    opened.use(arrived.stream);
    people.set(name, arrived);
  }
  const made = { title: "Plant a yew", teamId: "PPL" };
  const asked = `POST /workspaces/${fullCast.workspaceId}/tasks`;
  const { body: { task } } = await call(app, asked, { as: fullCast.ada, body: made });
  const wrong: string[] = [];
  for (const [request, body] of acts(fullCast, `tasks/${task.id}`)) {
    const before = new Map<string, Map<string, string>>();
    for (const name of unseeing) {
      before.set(name, await allThat(app, fullCast, fullCast[name], people.get(name)!));
    }
    const [method, path] = request.split(" ");
    const asked = `${method} /workspaces/${fullCast.workspaceId}/${path}`;
    const { status, text } = await call(app, asked, { as: fullCast.ada, body });
    assert.ok(status < 300, `${request}: ${text}`);
    for (const name of unseeing) {
      const now = await allThat(app, fullCast, fullCast[name], people.get(name)!);
      for (const [what, was] of before.get(name)!) {
        if (now.get(what) !== was) wrong.push(`${name}: ${what}, after ${request}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("a page of activity or the audit log ends at an entry's ID, not at a count with hidden entries", async () => {
  await using app = await createTestApp();
  const { ada, ids, workspaceId } = await prepare(app);
  const lists = [
    `tasks/${ids.task}/activity`,
    `projects/${ids.project}/activity`,
    "members/me/activity",
    "activity",
    "audit",
  ];
  for (const list of lists) {
    const asked = `GET /workspaces/${workspaceId}/${list}?limit=1`;
    const { body } = await call(app, asked, { as: ada });
    assert.match(atob(body.nextCursor), /^\["\w+",\["(act|audit)_\w{26}"\]\]$/, list);
  }
});

/** Opens a page as a person. */
async function arrive(app: TestApp, person: Person) {
  const cookie = await browserCookie(app.world, person.email);
  await app.world.database.write((tx) =>
    tx.updateTable("sessions").set({ workspace_id: person.member.workspace.id })
      .where("kind", "=", "browser").where("user_id", "=", person.member.userId).execute()
  );
  const stream = await listen(app, cookie);
  return { cookie, stream };
}

/** Returns all responses that a person gets, with their ETags, and the position of their stream. */
async function allThat(
  app: TestApp,
  fullCast: FullCast,
  person: Person,
  { cookie, stream }: { cookie: string; stream: LiveStream },
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const read = async (path: string, headers: Record<string, string>) => {
    const answer = await app.app.request(path, { headers });
    const text = await answer.text();
    // A refusal contains the request ID
    found.set(path, answer.ok ? `${answer.headers.get("etag")} ${text}` : `${answer.status}`);
  };
  for (const path of apiPaths(fullCast, person.member.workspace.id)) {
    await read(`/api/v1${path}`, { authorization: `Bearer ${person.tokens.accessToken}` });
  }
  for (const path of pages) await read(path, { cookie });
  assert.match(found.get(pages[0]!)!, /data-seen="[\w-]{22}\.\d+"/);
  const told = await stream.heard();
  await app.live.beat();
  await stream.heard();
  found.set("the stream", JSON.stringify([told, stream.at()]));
  return found;
}

/** Returns the paths of all REST reads: each record, and each list in pages of one, with cursors that reveal its end. */
function apiPaths(fullCast: FullCast, workspaceId: string): string[] {
  const reads = endpoints.filter(({ method }) => method === "GET");
  const records = reads.filter(({ version }) => version);
  const lists = reads.filter(({ path }) => /^\/workspaces\/\{workspaceId\}\/[\w-]+$/.test(path));
  const here = `/workspaces/${workspaceId}`;
  return [
    ...records.flatMap((endpoint) => pathsOf(endpoint, fullCast)),
    ...lists.map(({ path }) => path.replace("{workspaceId}", workspaceId)),
    `${here}/tasks?limit=1`,
    `/workspaces/${fullCast.workspaceId}/tasks/${fullCast.ids.task}/activity?limit=1`,
    `/workspaces/${fullCast.workspaceId}/projects/${fullCast.ids.project}/activity?limit=1`,
    `/workspaces/${fullCast.workspaceId}/members/${fullCast.ids.ada}/activity?limit=1`,
    `/workspaces/${fullCast.workspaceId}/activity?limit=1`,
    "/me/preferences",
    "/me/invitations",
  ];
}
