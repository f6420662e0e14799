import assert from "node:assert/strict";
import { call, type Sent, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { changesOnly } from "../support/snapshot.ts";

/** A request that must be refused: what is sent, and what must come back. */
interface Case {
  name: string;
  request: string;
  sent: Sent;
  status: number;
  code: string;
  /** Paths of the wrong fields, dotted. */
  fields?: string[];
}

const title = "Mend the gate";

function cases({ ada, chidi, esra, teams, workspaceId, elsewhereId }: Cast): Case[] {
  const tasks = `/workspaces/${workspaceId}/tasks`;
  const create = (name: string, body: unknown, status: number, code: string, fields?: string[]) =>
    (
      { name, request: `POST ${tasks}`, sent: { as: ada, body }, status, code, fields }
    ) as Case;
  const patch = (name: string, body: unknown, status: number, code: string, fields?: string[]) =>
    (
      { name, request: `PATCH ${tasks}/ENG-1`, sent: { as: ada, body }, status, code, fields }
    ) as Case;
  const teamId = teams.eng;
  const invalid = [422, "invalid"] as const;
  return [
    create("an unknown field", { title, teamId, color: "red" }, ...invalid, ["color"]),
    create("a project's status", { title, teamId, status: "active" }, ...invalid, ["status"]),
    create("a title of 10,000 characters", { title: "x".repeat(10_000), teamId }, ...invalid, [
      "title",
    ]),
    create("a null byte in the title", { title: "a\0b", teamId }, ...invalid, ["title"]),
    create("a null byte in the team", { title, teamId: "team_\0" }, ...invalid, ["teamId"]),
    create("a field of the prototype", `{"__proto__":{"admin":true},"title":"a"}`, ...invalid),
    create("malformed JSON", `{"title":`, 400, "malformed_json"),
    create("a JSON array", "[]", 400, "malformed_json"),
    create("JSON null", "null", 400, "malformed_json"),
    create("nothing at all", "", 400, "malformed_json"),
    create("no field at all", {}, ...invalid, ["title", "teamId"]),
    create("1 MiB", { title, teamId, description: "x".repeat(1_048_576) }, 413, "too_large"),
    create("an unknown label", { title, teamId, tags: ["Nope"] }, 422, "unknown_label", ["tags.0"]),
    create(
      "another workspace's team",
      { title, teamId: teams.els },
      422,
      "unknown_team",
      ["teamId"],
    ),
    patch("a move into another workspace's team", { teamId: teams.els }, 422, "unknown_team", [
      "teamId",
    ]),
    create(
      "a project that is none",
      { title, teamId, projectId: "proj_1" },
      422,
      "unknown_project",
      ["projectId"],
    ),
    patch("an empty patch", {}, 422, "invalid"),
    patch("a patch with an unknown field", { titel: "A" }, ...invalid, ["titel"]),
    patch("a patch of what the path says", { taskId: "ENG-2", title }, ...invalid, ["taskId"]),
    patch("a patch of the version", { version: 1, title }, ...invalid, ["version"]),
    patch("a project's status in a patch", { status: "backlog" }, ...invalid, ["status"]),
    patch("a task made a draft again", { draft: true }, ...invalid, ["draft"]),
    patch("a task below itself", { parentId: "ENG-1" }, 422, "parent_cycle", ["parentId"]),
    {
      name: "a body that doesn't say it is JSON",
      request: `POST ${tasks}`,
      sent: { as: ada, body: "{}", headers: { "content-type": "text/plain" } },
      status: 415,
      code: "not_json",
    },
    {
      name: "a write's query parameter",
      request: `POST ${tasks}?draft=true`,
      sent: { as: ada, body: { title, teamId } },
      status: 422,
      code: "invalid",
      fields: ["draft"],
    },
    {
      name: "a stale version",
      request: `PATCH ${tasks}/ENG-1`,
      sent: { as: ada, body: { title }, headers: { "if-match": '"7.1"' } },
      status: 412,
      code: "stale",
    },
    {
      name: "an If-Match of another's making",
      request: `PATCH ${tasks}/ENG-1`,
      sent: { as: ada, body: { title }, headers: { "if-match": '"abc"' } },
      status: 412,
      code: "stale",
    },
    {
      name: "another workspace's task, in one's own",
      request: `GET ${tasks}/ELS-1`,
      sent: { as: ada },
      status: 404,
      code: "not_found",
    },
    {
      name: "another workspace's task, in place",
      request: `PATCH /workspaces/${elsewhereId}/tasks/ELS-1`,
      sent: { as: ada, body: { title } },
      status: 404,
      code: "not_found",
    },
    {
      name: "a workspace that is none",
      request: "GET /workspaces/ws_none/tasks",
      sent: { as: ada },
      status: 404,
      code: "not_found",
    },
    {
      name: "an unknown query parameter",
      request: `GET ${tasks}?page=2`,
      sent: { as: ada },
      status: 422,
      code: "invalid",
      fields: ["page"],
    },
    {
      name: "a null byte in the query",
      request: `GET ${tasks}?q=a%00b`,
      sent: { as: ada },
      status: 422,
      code: "invalid",
      fields: ["q"],
    },
    {
      name: "a null byte in the path",
      request: `GET ${tasks}/task_%00`,
      sent: { as: ada },
      status: 422,
      code: "invalid",
      fields: ["taskId"],
    },
    {
      name: "a commentator who changes",
      request: `PATCH ${tasks}/ENG-1`,
      sent: { as: esra, body: { title } },
      status: 403,
      code: "not_task_writer",
    },
    {
      name: "a commentator who creates",
      request: `POST ${tasks}`,
      sent: { as: esra, body: { title, teamId } },
      status: 403,
      code: "not_task_creator",
    },
    {
      name: "a private team's task",
      request: `GET ${tasks}/PPL-1`,
      sent: { as: chidi },
      status: 404,
      code: "not_found",
    },
    {
      name: "no token",
      request: `GET ${tasks}`,
      sent: {},
      status: 401,
      code: "token_missing",
    },
    {
      name: "a token that is none",
      request: `POST ${tasks}`,
      sent: { token: "blg_hat_none", body: { title, teamId } },
      status: 401,
      code: "token_invalid",
    },
    {
      name: "an automation's raw secret",
      request: "GET /me",
      sent: { token: "blg_auto_secret" },
      status: 401,
      code: "exchange_required",
    },
    {
      name: "a path that leads nowhere",
      request: "GET /nowhere",
      sent: { as: ada },
      status: 404,
      code: "not_found",
    },
  ];
}

Deno.test("each invalid request gets its documented response and changes nothing", (t) =>
  withApp({}, async (app, cast) => {
    await cast.task(cast.ada);
    await cast.task(cast.frode, { teamId: cast.teams.els });
    await cast.task(cast.dina, { teamId: cast.teams.ppl });
    for (const one of cases(cast)) {
      await t.step(one.name, () =>
        changesOnly(app.world.database, [], async () => {
          const { status, body } = await call(app, one.request, one.sent);
          assert.deepEqual([status, body.code], [one.status, one.code], body.detail);
          if (one.fields) {
            const fields = body.errors.map(({ path }: { path: unknown[] }) => path.join("."));
            assert.deepEqual(fields, one.fields);
          }
        }));
    }
  }));

Deno.test("a body of unknown length is read only up to the limit", () =>
  withApp({}, async (app, cast) => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(65_536).fill(120));
      },
    });
    const response = await app.app.request(`/api/v1/workspaces/${cast.workspaceId}/tasks`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${cast.ada.tokens.accessToken}`,
        "content-type": "application/json",
      },
      body: endless,
    });
    assert.equal(response.status, 413);
    assert.equal((await response.json()).code, "too_large");
    assert.ok(pulled < 20, `${pulled} chunks were read`);
  }));

Deno.test("of very many invalid fields, only the first hundred are listed, for a body and for a query", () =>
  withApp({}, async (app, cast) => {
    const names = Array.from({ length: 3_000 }, (_, n) => `field${n}`);
    const tasks = `/workspaces/${cast.workspaceId}/tasks`;
    const body = Object.fromEntries(names.map((name) => [name, 1]));
    const query = names.map((name) => `${name}=1&${name}=2`).join("&");
    const asked: [string, Sent][] = [
      [`POST ${tasks}`, { body: { title, teamId: cast.teams.eng, ...body } }],
      [`GET ${tasks}?${query}`, {}],
    ];
    for (const [request, sent] of asked) {
      const answer = await call(app, request, { as: cast.ada, ...sent });
      assert.equal(answer.status, 422);
      const fields = answer.body.errors.map(({ path }: { path: string[] }) => path.join("."));
      assert.deepEqual(fields, names.slice(0, 100));
    }
  }));

Deno.test("an error for an unknown name says whether it was a field or a parameter, and lists the known ones", () =>
  withApp({}, async (app, cast) => {
    const tasks = `/workspaces/${cast.workspaceId}/tasks`;
    const body = { title, teamId: cast.teams.eng };
    const labels = `/workspaces/${cast.workspaceId}/labels/bug`;
    const requests: [string, Sent, string, RegExp | undefined][] = [
      [`GET ${tasks}?page=2`, {}, "There is no parameter page.", /^Use these parameters: teamId, /],
      [`POST ${tasks}?page=2`, { body }, "There is no parameter page.", undefined],
      [`POST ${tasks}`, { body: { ...body, page: 2 } }, "There is no field page.", /: title, /],
      [`POST ${labels}/merge`, { body: { page: 2 } }, "There is no field page.", /: into\.$/],
    ];
    for (const [request, sent, message, hint] of requests) {
      const answer = await call(app, request, { as: cast.ada, ...sent });
      const messages = answer.body.errors.map((error: { message: string }) => error.message);
      assert.ok(messages.includes(message), request);
      if (hint) assert.match(answer.body.hint, hint);
      else assert.equal(answer.body.hint, undefined);
    }
  }));
