import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import type { Cast, Person } from "../support/cast.ts";
import { listen, readLiveStream } from "../support/listening.ts";

const as = (app: TestApp, person: Person, headers: Record<string, string> = {}) =>
  browserCookie(app.world, person.email).then((cookie) => listen(app, cookie, headers));

const patch = (app: TestApp, cast: Cast, path: string, body: unknown, by = cast.ada) =>
  call(app, `PATCH /workspaces/${cast.workspaceId}/${path}`, { as: by, body });

Deno.test("a changed task has its own topic, its team's, and that of all tasks", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    await using esra = await as(app, cast.esra);
    assert.deepEqual(await esra.topics(), []);
    await patch(app, cast, `tasks/${task.id}`, { title: "Mended" });
    assert.deepEqual(await esra.topics(), [
      `task:${task.id}`,
      "tasks",
      `team:${cast.teams.eng}`,
    ]);
    assert.deepEqual(await esra.topics(), [], "it is told once");
  }));

Deno.test("a stream sends points and topics, but no content", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada, { title: "Quillwort" });
    await using esra = await as(app, cast.esra);
    await patch(app, cast, `tasks/${task.id}`, { title: "Quillwort again" });
    const [event, ...more] = await esra.heard();
    assert.deepEqual([event!.event, more], ["message", []]);
    assert.deepEqual(Object.keys(event!.data), ["seq", "topics"]);
    assert.equal(event!.id, event!.data.seq);
    assert.doesNotMatch(JSON.stringify(event), /Quillwort/);
  }));

Deno.test("people outside a private team get no events about it", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    await using esra = await as(app, cast.esra);
    await using dina = await as(app, cast.dina);
    await using frode = await as(app, cast.frode);
    await patch(app, cast, `tasks/${task.id}`, { priority: "high" }, cast.dina);
    assert.deepEqual(await dina.topics(), [`task:${task.id}`, "tasks", `team:${cast.teams.ppl}`]);
    assert.deepEqual(await esra.heard(), []);
    assert.deepEqual(await frode.heard(), []);
  }));

Deno.test("when a team becomes private, people without access refresh everything once and get no more events", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    await using dina = await as(app, cast.dina);
    await using esra = await as(app, cast.esra);
    await patch(app, cast, `teams/${cast.teams.eng}`, { private: true });
    assert.deepEqual(await dina.topics(), ["*"]);
    assert.ok((await esra.topics()).includes("names"));
    await patch(app, cast, `tasks/${task.id}`, { priority: "high" });
    assert.deepEqual(await dina.heard(), []);
    assert.ok((await esra.topics()).includes(`task:${task.id}`));
    await patch(app, cast, `teams/${cast.teams.eng}`, { private: false });
    assert.ok((await dina.topics()).includes("*"));
    await patch(app, cast, `tasks/${task.id}`, { priority: "low" });
    assert.ok((await dina.topics()).includes(`task:${task.id}`));
  }));

Deno.test("events of a team after it became private aren't sent together with the change of access", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    await using dina = await as(app, cast.dina);
    await patch(app, cast, `teams/${cast.teams.eng}`, { private: true });
    await patch(app, cast, `tasks/${task.id}`, { priority: "high" });
    assert.deepEqual(await dina.topics(), ["*"]);
  }));

Deno.test("a task that moves to a hidden team is an event in its former team, without the new team", () =>
  withApp({}, async (app, cast) => {
    const { eng, ppl } = cast.teams;
    const task = await cast.task(cast.ada);
    await using esra = await as(app, cast.esra);
    await using dina = await as(app, cast.dina);
    await patch(app, cast, `tasks/${task.id}`, { teamId: ppl });
    assert.deepEqual(await esra.topics(), [`task:${task.id}`, "tasks", `team:${eng}`]);
    assert.ok((await dina.topics()).includes(`team:${ppl}`));
    await patch(app, cast, `tasks/${task.id}`, { title: "Elsewhere" });
    assert.deepEqual(await esra.heard(), []);
  }));

Deno.test("changes to personal records are streamed only to their owner", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    await using ada = await as(app, cast.ada);
    await using esra = await as(app, cast.esra);
    const inside = `/workspaces/${cast.workspaceId}`;
    await call(app, `PUT ${inside}/favorites/task/${task.id}`, { as: cast.esra });
    assert.deepEqual([await ada.topics(), await esra.topics()], [[], ["favorites"]]);
    await call(app, "PATCH /me/preferences", { as: cast.esra, body: { theme: "dark" } });
    assert.deepEqual([await ada.topics(), await esra.topics()], [[], ["preferences"]]);
    await call(app, `PUT ${inside}/tasks/${task.id}/unsent-comment`, {
      as: cast.esra,
      body: { body: "Well" },
    });
    assert.deepEqual([await ada.topics(), await esra.topics()], [[], ["unsent"]]);
    await call(app, `POST ${inside}/tasks/${task.id}/comments`, {
      as: cast.chidi,
      body: { body: "Look, @esra" },
    });
    assert.ok((await esra.topics()).includes("inbox"));
    assert.ok(!(await ada.topics()).includes("favorites"));
  }));

Deno.test("withdrawing an approval request sends an inbox event only to the approver", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const inside = `/workspaces/${cast.workspaceId}`;
    const { body: { approval } } = await call(app, `POST ${inside}/tasks/${task.id}/approvals`, {
      as: cast.ada,
      body: { approverId: cast.chidi.member.profile.id, body: "The new text" },
    });
    await using ada = await as(app, cast.ada);
    await using chidi = await as(app, cast.chidi);
    await call(app, `DELETE ${inside}/approvals/${approval.id}`, { as: cast.ada });
    assert.ok((await chidi.topics()).includes("inbox"));
    assert.ok(!(await ada.topics()).includes("inbox"));
  }));

Deno.test("a stream continues where it was cut off", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const cookie = await browserCookie(app.world, cast.esra.email);
    const first = await listen(app, cookie);
    await patch(app, cast, `tasks/${task.id}`, { title: "One" });
    const [{ id } = { id: undefined }] = await first.heard();
    await first[Symbol.asyncDispose]();
    await patch(app, cast, `tasks/${task.id}`, { title: "Two" });
    await using again = await listen(app, cookie, { "last-event-id": id! });
    assert.ok((await again.topics()).includes(`task:${task.id}`));
    await using late = await listen(app, cookie, { "last-event-id": "99999999-99999999" });
    assert.deepEqual(await late.topics(), ["*"], "what a database that was put back doesn't know");
    await using odd = await listen(app, cookie, { "last-event-id": "yesterday" });
    assert.deepEqual(await odd.topics(), ["*"]);
  }));

Deno.test("the end of a snooze is streamed to the notification's owner, even after a lost connection", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const inside = `/workspaces/${cast.workspaceId}`;
    const body = { body: "Look, @esra" };
    await call(app, `POST ${inside}/tasks/${task.id}/comments`, { as: cast.chidi, body });
    const inbox = await call(app, `GET ${inside}/inbox`, { as: cast.esra });
    const { id } = inbox.body.notifications[0];
    const snoozedUntil = new Date(app.world.clock.now().getTime() + 3_600_000).toISOString();
    await call(app, `PATCH ${inside}/inbox/${id}`, { as: cast.esra, body: { snoozedUntil } });
    const since = await app.live.newest(cast.esra.member);
    await using ada = await as(app, cast.ada);
    await using esra = await as(app, cast.esra);
    app.world.clock.advance({ minutes: 50 });
    assert.deepEqual(await esra.topics(), []);
    app.world.clock.advance({ minutes: 8 });
    const [told, ...more] = await esra.heard();
    assert.deepEqual([told?.data.topics, more], [["inbox"], []]);
    assert.notEqual(told?.data.seq, since, "a page that was drawn before isn't as new");
    assert.deepEqual([await esra.topics(), await ada.topics()], [[], []]);
    await using again = await as(app, cast.esra, { "last-event-id": since });
    assert.deepEqual(await again.topics(), ["inbox"]);
    await using other = await as(app, cast.ada, { "last-event-id": since });
    assert.deepEqual(await other.topics(), []);
  }));

Deno.test("very many changes at once are combined into general topics", () =>
  withApp({}, async (app, cast) => {
    const since = await app.live.newest(cast.esra.member);
    for (let n = 0; n < 60; n++) await cast.task(cast.ada);
    await using esra = await as(app, cast.esra, { "last-event-id": since });
    const topics = await esra.topics();
    assert.deepEqual(topics, ["task:*", "tasks", `team:${cast.teams.eng}`]);
  }));

Deno.test("when a session ends, its stream closes with the reason", () =>
  withApp({}, async (app, cast) => {
    await using esra = await as(app, cast.esra);
    await using chidi = await as(app, cast.chidi);
    await call(app, "POST /sessions/revoke-others", { as: cast.esra, body: {} });
    assert.deepEqual((await esra.heard()).map(({ event }) => event), ["ended"]);
    assert.deepEqual([esra.ended(), chidi.ended()], [true, false]);
  }));

Deno.test("an unused session expires, because listening doesn't count as use", () =>
  withApp({}, async (app, cast) => {
    await using esra = await as(app, cast.esra);
    const expires = async () =>
      (await app.world.database.read.selectFrom("session_tokens").select("expires_at")
        .where("kind", "=", "cookie").orderBy("expires_at", "desc").executeTakeFirstOrThrow())
        .expires_at;
    const before = await expires();
    app.world.clock.advance({ days: 59 });
    await app.live.beat();
    await cast.task(cast.ada);
    assert.ok((await esra.topics()).includes("tasks"));
    assert.equal(await expires(), before);
    app.world.clock.advance({ days: 2 });
    await cast.task(cast.ada);
    assert.deepEqual((await esra.heard()).map(({ event }) => event), ["ended"]);
  }));

Deno.test("a former member gets no more events", () =>
  withApp({}, async (app, cast) => {
    await using esra = await as(app, cast.esra);
    const path = `/workspaces/${cast.workspaceId}/members/${cast.esra.member.profile.id}`;
    await call(app, `DELETE ${path}`, { as: cast.ada });
    assert.deepEqual((await esra.heard()).map(({ event }) => event), ["elsewhere"]);
    assert.ok(esra.ended());
  }));

Deno.test("a session that switches to another workspace gets no more events from the previous one", () =>
  withApp({}, async (app, cast) => {
    const { clock } = app.world;
    await using esra = await as(app, cast.esra);
    await using other = await as(app, cast.esra);
    const now = clock.now().toISOString();
    await app.world.database.write((tx) =>
      tx.updateTable("sessions").set({ workspace_id: cast.elsewhereId, last_seen_at: now })
        .where("kind", "=", "browser").execute()
    );
    assert.deepEqual((await esra.heard()).map(({ event }) => event), ["elsewhere"]);
    assert.deepEqual((await other.heard()).map(({ event }) => event), ["elsewhere"]);
  }));

Deno.test("a stream requires a session, and a page of the same person", () =>
  withApp({}, async (app, cast) => {
    const ask = (headers: Record<string, string>) =>
      app.app.request("/workspace/live", { headers });
    assert.equal((await ask({})).status, 401);
    const cookie = await browserCookie(app.world, cast.esra.email);
    const mine = await ask({ cookie, "backlog-profile": cast.esra.member.profile.id });
    assert.equal(mine.status, 200);
    await mine.body?.cancel();
    const other = await ask({ cookie, "backlog-profile": cast.ada.member.profile.id });
    assert.equal(other.status, 409);
  }));

Deno.test("a session can have as many streams as a browser has connections, and further ones are refused", () =>
  withApp({}, async (app, cast) => {
    const cookie = await browserCookie(app.world, cast.esra.email);
    const streams = [];
    for (let n = 0; n < 6; n++) streams.push(await listen(app, cookie));
    const refused = await app.app.request("/workspace/live", { headers: { cookie } });
    assert.deepEqual([refused.status, refused.headers.get("retry-after")], [429, "30"]);
    await streams[0]![Symbol.asyncDispose]();
    await using again = await listen(app, cookie);
    for (const stream of streams) await stream[Symbol.asyncDispose]();
    assert.ok(!again.ended());
  }));

Deno.test("a person can open 60 streams across all sessions, and one more is refused", () =>
  withApp({}, async (app, cast) => {
    await using opened = new AsyncDisposableStack();
    let cookie = "";
    for (let n = 0; n < 60; n++) {
      if (n % 6 === 0) cookie = await browserCookie(app.world, cast.esra.email);
      opened.use(await listen(app, cookie));
    }
    const ask = async (cookie: string) =>
      (await app.app.request("/workspace/live", { headers: { cookie } })).status;
    assert.equal(await ask(await browserCookie(app.world, cast.esra.email)), 429);
    opened.use(await listen(app, await browserCookie(app.world, cast.ada.email)));
  }));

Deno.test("a slow reader gets one combined event, and nothing is buffered", () =>
  withApp({}, async (app, cast) => {
    const cookie = await browserCookie(app.world, cast.esra.email);
    const { body } = await app.app.request("/workspace/live", { headers: { cookie } });
    for (let n = 0; n < 40; n++) {
      await cast.task(cast.ada);
      await app.live.look();
    }
    await using esra = readLiveStream(body!, () => app.live.look());
    const events = await esra.heard();
    assert.ok(events.length < 20, `${events.length} were kept`);
    assert.deepEqual(events.at(-1)?.data.topics, ["*"]);
    const task = await cast.task(cast.ada);
    assert.ok((await esra.topics()).includes(`task:${task.id}`));
  }));

Deno.test("a stopping server ends every stream and opens no new ones", () =>
  withApp({}, async (app, cast) => {
    const cookie = await browserCookie(app.world, cast.esra.email);
    await using esra = await listen(app, cookie);
    app.live.close();
    assert.deepEqual((await esra.heard()).map(({ event }) => event), ["stopped"]);
    assert.ok(esra.ended());
    assert.equal((await app.app.request("/workspace/live", { headers: { cookie } })).status, 503);
  }));
