import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { savedViewPath } from "../../views/view_paths.ts";
import { askPalette, browserCookie, type PaletteSent } from "../support/browser_session.ts";
import { withApp } from "../support/app.ts";
import { signIn } from "../support/sign_in.ts";

Deno.test("the browser's session can request the palette and run its commands", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada, { title: "Mend the gate" });
    const cookie = await browserCookie(app.world, cast.chidi.email);
    const listed = await askPalette(app, "GET ?q=gate", { cookie });
    assert.equal(listed.status, 200);
    assert.equal(listed.body.results[0].id, task.id);
    assert.equal(listed.body.viewer.profileId, cast.chidi.member.profile.id);
    const menu = await askPalette(app, `GET ?record=${task.reference}`, { cookie });
    const complete = menu.body.actions.find((row: { title: string }) =>
      row.title === "Complete task"
    );
    const body = { command: complete.command, ...complete.input };
    const ran = await askPalette(app, "POST", { cookie, body });
    assert.equal(ran.status, 200);
    assert.equal(ran.body.message, "ENG-1 completed");
    assert.equal(ran.body.task.status, "completed");
    assert.equal(ran.body.href, "/workspace/tasks/ENG-1");
  }));

Deno.test("only opening a record's page counts as opening the record", () =>
  withApp({}, async (app, cast) => {
    const { ada, bao, world, teams } = { ...cast, world: app.world };
    const { services } = world;
    const task = await cast.task(ada, { title: "Mend the gate" });
    const [project, view] = [
      await perform(services, ada.member, createProject, { name: "Gatehouse", key: "GATE" }),
      await perform(services, ada.member, createView, { name: "All open" }),
    ].map(({ json }) => JSON.parse(json));
    const cookie = await browserCookie(world, ada.email);
    const come = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await app.app.request(path, { headers: { cookie, ...headers } });
      assert.equal(answer.status, 200, path);
      await answer.body?.cancel();
    };
    const opened = async () =>
      (await askPalette(app, "GET ", { cookie })).body.recents
        .map(({ title }: { title: string }) => title);
    const other = `/workspace/members/${bao.member.profile.id}`;
    const fragment = { "hx-request": "true", "hx-request-type": "partial" };
    await come(other, { ...fragment, "backlog-live": "main" });
    await come(other, { ...fragment, "hx-source": "p#announced" });
    await come("/workspace/tasks");
    const bearer = { authorization: `Bearer ${ada.tokens.accessToken}`, cookie: "" };
    await come(`/api/v1/workspaces/${cast.workspaceId}/tasks/${task.id}`, bearer);
    assert.deepEqual(await opened(), []);
    for (
      const path of [
        `/workspace/teams/${teams.eng}`,
        other,
        savedViewPath(view),
        `/workspace/projects/${project.key}`,
      ]
    ) await come(path);
    await come(`/workspace/tasks/${task.reference}`, { ...fragment, "hx-target": "div#peek" });
    const all = ["Mend the gate", "Gatehouse", "All open", "Bảo Nguyễn", "Engineering"];
    assert.deepEqual(await opened(), all);
    const again = await browserCookie(world, ada.email);
    const elsewhere = await askPalette(app, "GET ", { cookie: again });
    assert.equal(elsewhere.body.recents.length, all.length);
  }));

Deno.test("the activity of palette commands shows the web as their interface", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const cookie = await browserCookie(app.world, cast.ada.email);
    const body = { command: "task.setPriority", record: task.id, value: "high" };
    await askPalette(app, "POST", { cookie, body });
    const rows = await app.world.database.read.selectFrom("activity").select(["kind", "interface"])
      .where("subject_id", "=", task.id).orderBy("seq").execute();
    assert.deepEqual(rows.at(-1), { kind: "task.priority_changed", interface: "web" });
  }));

Deno.test("each kind of refusal has its own status, and changes nothing", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const hidden = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const cookie = await browserCookie(app.world, cast.esra.email);
    const body = { command: "task.setStatus", record: task.id, value: "completed" };
    const bearer = `Bearer ${cast.ada.tokens.accessToken}`;
    const cases: [title: string, sent: PaletteSent, status: number, code: string][] = [
      ["signed out", { body }, 401, "unauthenticated"],
      ["a bearer's token", { body, headers: { authorization: bearer } }, 401, "unauthenticated"],
      ["a dead cookie", { body, cookie: "__Host-backlog=x" }, 401, "unauthenticated"],
      [
        "another site",
        { body, cookie, headers: { origin: "https://evil.example" } },
        403,
        "cross_origin",
      ],
      ["no origin at all", { body, cookie, headers: { origin: "" } }, 403, "cross_origin"],
      [
        "a form",
        { body: "command=open.inbox", cookie, headers: { "content-type": "text/plain" } },
        415,
        "not_json",
      ],
      ["no JSON", { body: "{", cookie }, 400, "malformed_json"],
      ["no object", { body: "[]", cookie }, 400, "malformed_json"],
      ["an unknown field", { body: { ...body, as: "ada" }, cookie }, 422, "invalid"],
      ["an unknown command", { body: { ...body, command: "x" }, cookie }, 422, "invalid"],
      ["no command", { body: {}, cookie }, 422, "invalid"],
      ["what isn't theirs to change", { body, cookie }, 403, "not_task_writer"],
      ["what they can't see", { body: { ...body, record: hidden.id }, cookie }, 404, "not_found"],
    ];
    for (const [title, sent, status, code] of cases) {
      const answer = await askPalette(app, "POST", sent);
      assert.deepEqual([answer.status, answer.body.code], [status, code], title);
      assert.equal(answer.headers.get("content-type"), "application/problem+json", title);
    }
    const left = await app.world.database.read.selectFrom("tasks").select("version")
      .where("id", "=", task.id).executeTakeFirstOrThrow();
    assert.equal(left.version, task.version);
  }));

Deno.test("the header Sec-Fetch-Site is enough for the browser's own requests to be accepted", () =>
  withApp({}, async (app, cast) => {
    const cookie = await browserCookie(app.world, cast.ada.email);
    const send = (headers: Record<string, string>) =>
      askPalette(app, "POST", { cookie, body: { command: "open.inbox" }, headers });
    assert.equal((await send({ origin: "", "sec-fetch-site": "same-origin" })).status, 200);
    assert.equal((await send({ origin: "", "sec-fetch-site": "cross-site" })).status, 403);
    assert.equal((await send({ origin: "null", "sec-fetch-site": "same-site" })).status, 403);
  }));

Deno.test("unknown and repeated parameters are refused, also in a command's URL", () =>
  withApp({}, async (app, cast) => {
    const cookie = await browserCookie(app.world, cast.ada.email);
    const fields = async (request: string, body?: unknown) => {
      const answer = await askPalette(app, request, { cookie, body });
      assert.equal(answer.status, 422);
      return answer.body.errors.map(({ path }: { path: string[] }) => path.join("."));
    };
    assert.deepEqual(await fields("GET ?query=gate"), ["query"]);
    assert.deepEqual(await fields("GET ?q=a&q=b"), ["q"]);
    assert.deepEqual(await fields("GET ?limit=0"), ["limit"]);
    assert.deepEqual(await fields("POST ?record=ENG-1", { command: "open.inbox" }), ["record"]);
    assert.equal((await askPalette(app, "GET", { cookie })).status, 200);
    assert.equal((await askPalette(app, "GET")).status, 401);
    assert.equal((await askPalette(app, "GET ?record=ENG-99", { cookie })).status, 404);
    assert.equal((await askPalette(app, "DELETE", { cookie })).status, 404);
  }));

Deno.test("a person without a workspace gets an error that says so", () =>
  withApp({}, async (app) => {
    await signIn(app.world, "nia@example.com", "signup", "Nia");
    const cookie = await browserCookie(app.world, "nia@example.com");
    const answer = await askPalette(app, "GET", { cookie });
    assert.deepEqual([answer.status, answer.body.code], [403, "no_workspace"]);
  }));
