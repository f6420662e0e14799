import assert from "node:assert/strict";
import { readPresences } from "../../server/domain/live/presence_rows.ts";
import { withApp } from "../support/app.ts";
import { listen, readLiveStream } from "../support/listening.ts";
import { browse, presenceEvents } from "../support/presence.ts";

Deno.test("people who have a task open see each other's names and what they are editing", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [ada, esra] = [await browse(app, cast.ada), await browse(app, cast.esra)];
    assert.deepEqual(await ada.say(task.reference), { status: 204, html: "", text: "" });
    const met = await esra.say(task.id, { writing: "comment" });
    assert.match(met.text, new RegExp(`${cast.ada.member.profile.name} is viewing this task`));
    assert.doesNotMatch(met.text, new RegExp(cast.esra.member.profile.name));
    const { text, html } = await ada.say(task.reference);
    const name = cast.esra.member.profile.name;
    assert.match(text, new RegExp(`${name} is writing a comment .*${name} is writing a comment`));
    assert.match(html, /<span data-writes="comment">/);
    assert.equal((await esra.say(task.id, { left: "1" })).status, 204);
    assert.equal((await ada.say(task.reference)).status, 204);
  }));

Deno.test("only people with the task open receive presence events, which contain no names", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [ada, esra] = [await browse(app, cast.ada), await browse(app, cast.esra)];
    await using at = await listen(app, ada.cookie);
    await using elsewhere = await listen(app, (await browse(app, cast.chidi)).cookie);
    await ada.say(task.id);
    await presenceEvents(at);
    await esra.say(task.id);
    const [event, ...more] = await at.heard();
    assert.deepEqual([event?.event, event?.data, more], ["here", { here: task.id }, []]);
    assert.equal(event?.id, undefined, "what isn't kept is no point to go on from");
    await esra.say(task.id);
    assert.deepEqual(await presenceEvents(at), [], "that somebody stays is no news");
    await esra.say(task.id, { writing: "title" });
    assert.deepEqual(await presenceEvents(at), [task.id]);
    await esra.say(task.id, { left: "1" });
    assert.deepEqual(await presenceEvents(at), [task.id]);
    assert.deepEqual(await elsewhere.heard(), []);
  }));

Deno.test("people can't learn about presence at a hidden task, and nobody learns that they requested it", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const [ada, dina] = [await browse(app, cast.ada), await browse(app, cast.dina)];
    const strangers = [];
    for (const person of [cast.chidi, cast.esra, cast.frode]) {
      strangers.push(await browse(app, person));
    }
    await dina.say(task.id, { writing: "comment" });
    await using lead = await listen(app, dina.cookie);
    for (const stranger of strangers) {
      await using stream = await listen(app, stranger.cookie);
      const asked = await stranger.say(task.id, { writing: "title" });
      assert.deepEqual(asked, await stranger.say("task_00000000000000000000000000"));
      assert.deepEqual(asked, { status: 204, html: "", text: "" });
      await dina.say(task.id, { writing: "title" });
      await dina.say(task.id, { writing: "comment" });
      assert.deepEqual(await stream.heard(), []);
    }
    await presenceEvents(lead);
    assert.deepEqual([...app.live.presence.whoIsAt(task.id)], [cast.dina.member.profile.id]);
    assert.match((await ada.say(task.id)).text, /is writing a comment/, "a manager sees it");
    assert.deepEqual(await presenceEvents(lead), [task.id]);
  }));

Deno.test("three viewers have initials, others are counted, and the first two editors are named", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const { presence } = app.live;
    const { member } = cast.esra;
    const ada = await browse(app, cast.ada);
    for (const name of ["Bea", "Cem", "Dov", "Eva", "Fay"]) {
      const one = { ...member, profile: { id: name, name, username: name, color: null } };
      presence.enter(one, { tab: name.toLowerCase(), taskId: task.id, writing: "comment" });
    }
    const { html, text } = await ada.say(task.id);
    assert.equal(html.match(/<li/g)?.length, 4);
    assert.match(text, /\+2 and 2 more/);
    assert.match(text, /Bea and 4 others are writing a comment/);
    for (const tab of ["cem", "dov", "eva"]) presence.leave(member, tab);
    assert.match((await ada.say(task.id)).text, /Bea and Fay are writing a comment/);
  }));

Deno.test("presence events aren't buffered for a slow reader", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [ada, esra] = [await browse(app, cast.ada), await browse(app, cast.esra)];
    const { body } = await app.app.request("/workspace/live", { headers: { cookie: ada.cookie } });
    await ada.say(task.id);
    for (let n = 0; n < 40; n++) {
      await esra.say(task.id, { writing: n % 2 ? "comment" : "" });
      await app.live.look();
    }
    await using stream = readLiveStream(body!, () => app.live.look());
    const events = await presenceEvents(stream);
    assert.ok(events.length < 20, `${events.length} were kept`);
  }));

Deno.test("a presence report requires a session, a page of the same person and site, and valid fields", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const esra = await browse(app, cast.esra);
    const status = async (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      (await esra.say(task.id, fields, headers)).status;
    assert.equal(await status({}, { cookie: "" }), 401);
    assert.equal(await status({}, { "backlog-profile": cast.ada.member.profile.id }), 409);
    assert.equal(await status({}, { origin: "https://evil.example" }), 403);
    assert.equal(await status({ writing: "status" }), 422);
    assert.equal(await status({ tab: "A B" }), 422);
    assert.equal(await status({ tab: "a".repeat(41) }), 422);
    assert.deepEqual([...app.live.presence.whoIsAt(task.id)], []);
    await status({});
    const elsewhere = { "backlog-profile": cast.ada.member.profile.id };
    assert.equal(
      await status({ left: "1" }, elsewhere),
      204,
      "but that a tab left is, from wherever",
    );
    assert.deepEqual([...app.live.presence.whoIsAt(task.id)], []);
  }));

Deno.test("a session can report presence 240 times a minute", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const [esra, chidi] = [await browse(app, cast.esra), await browse(app, cast.chidi)];
    for (let n = 0; n < 240; n++) assert.equal((await esra.say(task.id)).status, 204);
    assert.equal((await esra.say(task.id, { writing: "comment" })).status, 429);
    assert.doesNotMatch((await chidi.say(task.id)).text, /writing/);
    app.world.clock.advance({ minutes: 1 });
    await chidi.say(task.id);
    await esra.say(task.id, { writing: "comment" });
    assert.match((await chidi.say(task.id)).text, /writing/);
  }));

Deno.test("presence reports don't count as use of the session", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const esra = await browse(app, cast.esra);
    const used = async () =>
      (await app.world.database.read.selectFrom("sessions").select("last_seen_at")
        .where("kind", "=", "browser").orderBy("last_seen_at", "desc").executeTakeFirstOrThrow())
        .last_seen_at;
    const before = await used();
    app.world.clock.advance({ minutes: 30 });
    await esra.say(task.id, { writing: "comment" });
    await app.world.database.write(() => Promise.resolve());
    assert.equal(await used(), before);
  }));

Deno.test("a single process writes its presence row once, and it never contains who is at which task", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const esra = await browse(app, cast.esra);
    await using _ = await listen(app, esra.cookie);
    await app.live.keepPresence();
    const written = await readPresences(app.world.services);
    assert.deepEqual(written.map(({ said }) => said), [[]]);
    const point = await app.live.newest(cast.ada.member);
    for (const writing of ["comment", "", "title"]) {
      await esra.say(task.id, { writing });
      app.world.clock.advance({ seconds: 10 });
      await app.live.keepPresence();
    }
    assert.deepEqual(await readPresences(app.world.services), written);
    assert.equal(await app.live.newest(cast.ada.member), point);
  }));
