import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { listen } from "../support/listening.ts";

Deno.test("a thousand stream requests by one person leave six streams, and other people keep getting events", () =>
  withApp({}, async (app, cast) => {
    await using ada = await listen(app, await browserCookie(app.world, cast.ada.email));
    const cookie = await browserCookie(app.world, cast.esra.email);
    const open = () => app.app.request("/workspace/live", { headers: { cookie } });
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all(Array.from({ length: 1_000 }, open));
      const opened = answers.filter(({ status }) => status === 200);
      assert.equal(opened.length, 6);
      assert.ok(answers.every(({ status }) => status === 200 || status === 429));
      await cast.task(cast.ada);
      assert.ok((await ada.topics()).includes("tasks"));
      for (const { body } of answers) await body?.cancel();
    }
    for (let n = 0; n < 200; n++) await (await open()).body?.cancel();
    await using esra = await listen(app, cookie);
    await cast.task(cast.ada);
    assert.ok((await esra.topics()).includes("tasks"));
  }));

Deno.test("a few people with many streams can't keep others from opening a stream", () =>
  withApp({ streams: 12 }, async (app, cast) => {
    await using opened = new AsyncDisposableStack();
    const many = [];
    for (const { email } of [cast.bao, cast.chidi]) {
      const cookie = await browserCookie(app.world, email);
      for (let n = 0; n < 6; n++) many.push(opened.use(await listen(app, cookie)));
    }
    for (const { email } of [cast.ada, cast.esra]) {
      const stream = opened.use(await listen(app, await browserCookie(app.world, email)));
      await cast.task(cast.ada);
      assert.ok((await stream.topics()).includes("tasks"));
    }
    await app.live.beat();
    assert.deepEqual(
      many.map((stream) => stream.ended()).indexOf(true),
      0,
      "the oldest one is ended",
    );
    assert.equal(many.filter((stream) => stream.ended()).length, 2);
    assert.equal(
      many.slice(0, 6).filter((stream) => stream.ended()).length,
      1,
      "of those with the most",
    );
    assert.equal(app.live.listening.size, 12);
  }));

Deno.test("if all streams are in use, a person with as many as the others can't open another one", () =>
  withApp({ streams: 2 }, async (app, cast) => {
    await using _bao = await listen(app, await browserCookie(app.world, cast.bao.email));
    await using chidi = await listen(app, await browserCookie(app.world, cast.chidi.email));
    for (const { email } of [cast.ada, cast.bao]) {
      const cookie = await browserCookie(app.world, email);
      const answer = await app.app.request("/workspace/live", { headers: { cookie } });
      assert.deepEqual([answer.status, answer.headers.get("retry-after")], [503, "1"]);
      await answer.body?.cancel();
    }
    await cast.task(cast.ada);
    assert.ok((await chidi.topics()).includes("tasks"));
  }));

Deno.test("another person's point opens no stream", () =>
  withApp({}, async (app, cast) => {
    const dina = await app.live.newest(cast.dina.member);
    const hidden = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const cookie = await browserCookie(app.world, cast.esra.email);
    await using esra = await listen(app, cookie, { "last-event-id": dina });
    assert.deepEqual(await esra.topics(), []);
    const dinas = await browserCookie(app.world, cast.dina.email);
    await using again = await listen(app, dinas, { "last-event-id": dina });
    assert.ok((await again.topics()).includes(`task:${hidden.id}`));
  }));

Deno.test("a page that requests thousands of parts gets each part once", () =>
  withApp({}, async (app, cast) => {
    const cookie = await browserCookie(app.world, cast.esra.email);
    const ask = async (parts: string) => {
      const headers = { cookie, "hx-request": "true", "backlog-live": parts };
      const answer = await app.app.request("/workspace/tasks", { headers });
      assert.equal(answer.status, 200);
      return await answer.text();
    };
    const once = await ask("main side");
    assert.match(once, /id="live-main"/);
    const much = ["main", "side", `task:${"x".repeat(26)}`, "*"];
    assert.equal(await ask(Array.from({ length: 2_000 }, (_, n) => much[n % 4]).join(" ")), once);
  }));

Deno.test("most of a thousand simultaneous presence reports by one person are refused, but not other people's", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const say = (cookie: string, n: number) =>
      app.app.request(`/workspace/tasks/${task.id}/here`, {
        method: "POST",
        headers: { cookie, origin: "https://backlog.example", "backlog-live": "here" },
        body: new URLSearchParams({ tab: `t${n}`, writing: n % 2 ? "comment" : "title" }),
      });
    const adas = await browserCookie(app.world, cast.ada.email);
    const cookie = await browserCookie(app.world, cast.esra.email);
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, n) => say(cookie, n)));
    const statuses = new Set(answers.map(({ status }) => status));
    assert.deepEqual([...statuses].sort(), [204, 429]);
    for (const { body } of answers) await body?.cancel();
    assert.ok(app.live.presence.said().length <= 20);
    const ada = await say(adas, 1);
    assert.match(await ada.text(), /Esra/);
    const { status } = await call(app, `GET /workspaces/${cast.workspaceId}/tasks`, {
      as: cast.esra,
    });
    assert.equal(status, 200);
  }));

Deno.test("a signed-out request for a public page's sidebar gets no sidebar and no error", () =>
  withApp({}, async (app) => {
    const headers = { "backlog-live": "side" };
    for (const path of ["/auth/signup", "/auth/signin", "/"]) {
      assert.ok((await app.app.request(path, { headers })).status < 400, path);
    }
  }));
