import assert from "node:assert/strict";
import { sql } from "kysely";
import { perform } from "../../server/domain/core/operation.ts";
import { readPointsKey } from "../../server/domain/live/secret.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { LiveFeed } from "../../server/http/live/feed.ts";
import { Points } from "../../server/http/live/points.ts";
import { call, type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import type { Cast, Person } from "../support/cast.ts";
import { listen, readLiveStream } from "../support/listening.ts";

const patch = (app: TestApp, cast: Cast, path: string, body: unknown, by = cast.ada) =>
  call(app, `PATCH /workspaces/${cast.workspaceId}/${path}`, { as: by, body });

/** What happens in a private team, very often at once: none of it is told to who doesn't see it. */
async function muchHappensTo(app: TestApp, taskId: string, times: number): Promise<void> {
  await app.world.database.write((tx) =>
    sql`with recursive n (n) as (select 1 union all select n + 1 from n where n < ${times})
      insert into activity (id, workspace_id, subject_kind, subject_id, kind, actor_id, interface, data,
        created_at)
      select 'act_' || hex(randomblob(13)), workspace_id, 'task', subject_id, 'task.title_changed',
        actor_id, interface, '{}', created_at
      from n, (select * from activity where subject_id = ${taskId} limit 1)`.execute(tx)
  );
}

/** How far a page says that its reader has heard. */
async function seenOn(app: TestApp, person: Person): Promise<string> {
  const cookie = await browserCookie(app.world, person.email);
  const answer = await app.app.request("/workspace/tasks", { headers: { cookie } });
  return /data-seen="([^"]+)"/.exec(await answer.text())![1]!;
}

Deno.test("equal positions have equal points, which nobody can read or forge", () => {
  const key = "000102030405060708090a0b0c0d0e0f";
  const points = new Points(key);
  const at = (activity: number, other: number) =>
    points.spelled({ heard: { activity, other }, minute: 7 });
  assert.equal(at(1042, 77), at(1042, 77));
  const all = [at(1042, 77), at(1043, 77), at(1042, 78), at(77, 1042)];
  assert.equal(new Set(all.map((text) => text.slice(0, 8))).size, all.length);
  assert.deepEqual(points.read(at(1042, 77)), {
    heard: { activity: 1042, other: 77 },
    minute: 7,
  });
  for (const none of ["", "yesterday", "1042-77-7", at(1, 1).slice(1), `${at(1, 1)} `]) {
    assert.equal(points.read(none), null, none);
  }
  const madeUp = points.read("AAAAAAAAAAAAAAAAAAAAAA.7")!;
  assert.ok(madeUp.heard.activity > 1e12);
  const other = new Points("ff0102030405060708090a0b0c0d0e0f").read(at(1042, 77))!;
  assert.ok(other.heard.activity > 1e12);
});

Deno.test("with a point beyond the newest one, such as after a restore, the page refreshes everything", () =>
  withApp({}, async (app, cast) => {
    const cookie = await browserCookie(app.world, cast.esra.email);
    const { services, database, clock } = app.world;
    const context = { actor: undefined, db: database.read, now: clock.now(), services };
    const points = new Points(await readPointsKey(context));
    const ahead = points.spelled({ heard: { activity: 99_999, other: 0 }, minute: 1 });
    await using late = await listen(app, cookie, { "last-event-id": ahead });
    assert.deepEqual(await late.topics(), ["*"]);
  }));

Deno.test("the page in the response to a change has the same point as the change's event", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const cookie = await browserCookie(app.world, cast.esra.email);
    await using esra = await listen(app, cookie);
    await patch(app, cast, `tasks/${task.id}`, { title: "Mended" });
    const seen = await seenOn(app, cast.esra);
    const [event] = await esra.heard();
    assert.equal(event?.id, seen);
    await patch(app, cast, `tasks/${task.id}`, { title: "Painted" });
    assert.notEqual((await esra.heard())[0]?.id, seen);
  }));

Deno.test("many hidden changes neither send events to a person nor move their point", () =>
  withApp({}, async (app, cast) => {
    const hidden = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const seen = await seenOn(app, cast.esra);
    const cookie = await browserCookie(app.world, cast.esra.email);
    const dinas = await browserCookie(app.world, cast.dina.email);
    await using esra = await listen(app, cookie, { "last-event-id": seen });
    await using dina = await listen(app, dinas);
    await dina.heard();
    await muchHappensTo(app, hidden.id, 1_200);
    assert.ok((await dina.topics()).includes(`task:${hidden.id}`));
    assert.deepEqual(await esra.heard(), []);
    await app.live.beat();
    await esra.heard();
    assert.equal(esra.at()?.split(".")[0], seen.split(".")[0]);
    assert.equal((await seenOn(app, cast.esra)).split(".")[0], seen.split(".")[0]);
  }));

Deno.test("a stream resumes exactly where it was cut, even at a process that started earlier or later", () =>
  withApp({}, async (app, cast) => {
    const hidden = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const task = await cast.task(cast.ada);
    const again = await cast.task(cast.ada);
    const seen = await seenOn(app, cast.esra);
    await muchHappensTo(app, hidden.id, 300);
    await patch(app, cast, `tasks/${task.id}`, { priority: "high" });
    await muchHappensTo(app, hidden.id, 600);
    const later = new LiveFeed(app.world.services);
    await later.newest(cast.dina.member);
    await patch(app, cast, `tasks/${again.id}`, { priority: "high" });
    for (const feed of [app.live, later]) {
      const one = await as(cast.esra, feed, seen);
      const topics = await one.topics();
      assert.ok(topics.includes(`task:${again.id}`));
      assert.deepEqual(
        topics.filter((topic) => topic !== `task:${task.id}`),
        [`task:${again.id}`, "tasks", `team:${cast.teams.eng}`],
      );
      assert.ok(topics.includes(`task:${task.id}`), feed === later ? "later" : "before");
      const { id } = (await one.all()).at(-1)!;
      await one.close();
      for (const other of [app.live, later]) {
        const next = await as(cast.esra, other, id!);
        assert.deepEqual(await next.topics(), [], "nothing is told twice");
        await next.close();
      }
    }
  }));

/** Listens at a process of one's own. */
async function as(person: Person, feed: LiveFeed, since: string) {
  const again = () => Promise.reject(new Error("Nothing ends this."));
  const listener = { member: person.member, expiresAt: undefined, tab: undefined, again };
  const stream = readLiveStream(await feed.open(listener, since), () => feed.look());
  const events = await stream.heard();
  return {
    all: () => Promise.resolve([...events, { id: stream.at() }]),
    topics: () =>
      Promise.resolve([...new Set(events.flatMap(({ data }) => data.topics ?? []))].sort()),
    close: () => stream[Symbol.asyncDispose](),
  };
}

Deno.test("events are sent even if an entry of an erased workspace had the same number", () =>
  withApp({}, async (app, cast) => {
    const { ada, frode, elsewhereId, teams, world: { services, database } } = cast;
    const cookie = await browserCookie(app.world, ada.email);
    const make = async (title: string) => `task:${(await cast.task(ada, { title })).id}`;
    await using stream = await listen(app, cookie);
    const first = await make("Before");
    assert.ok((await stream.topics()).includes(first));
    for (let n = 0; n < 3; n++) {
      const input = { title: "Elsewhere", teamId: teams.els };
      await perform(services, frode.member, createTask, input);
    }
    await stream.heard();
    const at = await app.live.newest(frode.member);
    // As the job does it that erases what a deleted workspace held
    await database.write((tx) =>
      tx.deleteFrom("activity").where("workspace_id", "=", elsewhereId).execute()
    );
    for (const title of ["After", "Then"]) {
      const made = await make(title);
      assert.ok((await stream.topics()).includes(made), title);
    }
    await using late = await listen(app, cookie, { "last-event-id": at });
    assert.deepEqual(await late.topics(), ["*"], "from then on anything may have happened");
  }));
