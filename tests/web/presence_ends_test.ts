import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { listen } from "../support/listening.ts";
import { browse, presenceEvents } from "../support/presence.ts";

const patchTeam = (app: TestApp, cast: Cast, body: unknown) =>
  call(app, `PATCH /workspaces/${cast.workspaceId}/teams/${cast.teams.eng}`, {
    as: cast.ada,
    body,
  });

Deno.test("a tab that stops reporting disappears after 25 seconds, and other viewers are notified", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [ada, esra] = [await browse(app, cast.ada), await browse(app, cast.esra)];
    await esra.say(task.id, { writing: "comment" });
    app.world.clock.advance({ seconds: 15 });
    await using at = await listen(app, ada.cookie);
    await ada.say(task.id);
    await presenceEvents(at);
    app.world.clock.advance({ seconds: 10 });
    app.live.presence.sweep();
    assert.deepEqual(await presenceEvents(at), [task.id]);
    assert.equal((await ada.say(task.id)).status, 204);
  }));

Deno.test("without open streams, no presence changes wait to be sent", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const esra = await browse(app, cast.esra);
    await esra.say(task.id);
    assert.deepEqual(app.live.presence.takeChanged(), []);
    await using stream = await listen(app, (await browse(app, cast.ada)).cookie);
    assert.deepEqual(await presenceEvents(stream), []);
  }));

Deno.test("when a team becomes private, people who lose access disappear from its tasks and see nobody there", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [dina, esra] = [await browse(app, cast.dina), await browse(app, cast.esra)];
    await using stream = await listen(app, dina.cookie);
    await using stays = await listen(app, esra.cookie);
    await dina.say(task.id);
    await esra.say(task.id);
    assert.deepEqual(await presenceEvents(stream), [task.id]);
    await presenceEvents(stays);
    await patchTeam(app, cast, { private: true });
    assert.deepEqual([...await presenceEvents(stays), ...await presenceEvents(stays)], [task.id]);
    assert.equal((await esra.say(task.id, { writing: "comment" })).status, 204);
    assert.deepEqual(await presenceEvents(stream), []);
    assert.deepEqual([...app.live.presence.whoIsAt(task.id)], [cast.esra.member.profile.id]);
    assert.equal((await dina.say(task.id)).status, 204);
    await patchTeam(app, cast, { private: false });
    await dina.say(task.id);
    await presenceEvents(stream);
    await esra.say(task.id, { writing: "title" });
    assert.deepEqual(await presenceEvents(stream), [task.id]);
  }));

Deno.test("after a task moves to a hidden team, people who lost access get no presence from it", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [esra, ada] = [await browse(app, cast.esra), await browse(app, cast.ada)];
    await using stream = await listen(app, esra.cookie);
    await esra.say(task.id);
    await ada.say(task.id);
    await presenceEvents(stream);
    await call(app, `PATCH /workspaces/${cast.workspaceId}/tasks/${task.id}`, {
      as: cast.ada,
      body: { teamId: cast.teams.ppl },
    });
    await ada.say(task.id, { writing: "description" });
    assert.deepEqual(await presenceEvents(stream), []);
    assert.deepEqual([...app.live.presence.whoIsAt(task.id)], [cast.ada.member.profile.id]);
    assert.equal((await esra.say(task.id)).status, 204);
  }));

Deno.test("a person whose session ends, or who leaves the workspace, disappears from every task", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [esra, chidi] = [await browse(app, cast.esra), await browse(app, cast.chidi)];
    await using _esra = await listen(app, esra.cookie);
    await using _chidi = await listen(app, chidi.cookie);
    const at = () => [...app.live.presence.whoIsAt(task.id)];
    await esra.say(task.id);
    await chidi.say(task.id);
    assert.equal(at().length, 2);
    await call(app, "POST /sessions/revoke-others", { as: cast.esra, body: {} });
    await app.live.look();
    assert.deepEqual(at(), [cast.chidi.member.profile.id]);
    const path = `/workspaces/${cast.workspaceId}/members/${cast.chidi.member.profile.id}`;
    await call(app, `DELETE ${path}`, { as: cast.ada });
    await app.live.look();
    assert.deepEqual(at(), []);
  }));

Deno.test("a killed tab disappears five seconds after its stream, unless it reconnects or another tab is open", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [ada, esra] = [await browse(app, cast.ada), await browse(app, cast.esra)];
    await using at = await listen(app, ada.cookie);
    await ada.say(task.id);
    await esra.say(task.id);
    await esra.say(task.id, { tab: "two" });
    const isThere = () => app.live.presence.whoIsAt(task.id).has(cast.esra.member.profile.id);
    const pass = async (seconds: number) => {
      app.world.clock.advance({ seconds });
      await app.live.keepPresence();
    };
    const begin = (tab: string) => listen(app, esra.cookie, { "backlog-tab": tab });
    const end = (stream: Awaited<ReturnType<typeof listen>>) => stream[Symbol.asyncDispose]();
    await end(await begin("one"));
    await pass(4);
    const again = await begin("one");
    await pass(4);
    assert.ok(isThere(), "a moment without a stream is nothing");
    await end(again);
    await pass(1);
    const other = await begin("two");
    await pass(5);
    assert.ok(isThere(), "the tab that was killed isn't, the other one is");
    await presenceEvents(at);
    await end(other);
    await pass(4);
    assert.ok(isThere());
    await pass(1);
    assert.ok(!isThere());
    assert.deepEqual(await presenceEvents(at), [task.id], "and that is told");
    await esra.say(task.id);
    assert.ok(isThere(), "until one says something");
  }));
