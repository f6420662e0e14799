import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { listen, type LiveStream } from "../support/listening.ts";
import { browse } from "../support/presence.ts";

/**
 * Every kind of person: an owner, an admin, a member, a commentator, one in another team, and one in another workspace.
 */
const everybody = ["ada", "bao", "chidi", "esra", "dina", "frode"] as const;
/** People who can see a team before it becomes private, while it is private, and afterwards. */
const seeing: [isPrivate: boolean, who: readonly string[]][] = [
  [false, ["ada", "bao", "chidi", "esra", "dina"]],
  [true, ["ada", "bao", "chidi", "esra"]],
  [false, ["ada", "bao", "chidi", "esra", "dina"]],
];

Deno.test("streams never contain hidden records or presence, for any kind of person, even after access is lost", () =>
  withApp({}, async (app, cast) => {
    const task = await cast.task(cast.ada);
    const inside = `/workspaces/${cast.workspaceId}`;
    const people = new Map<
      string,
      { stream: LiveStream; say: Awaited<ReturnType<typeof browse>>["say"] }
    >();
    await using opened = new AsyncDisposableStack();
    for (const name of everybody) {
      const { cookie, say } = await browse(app, cast[name]);
      people.set(name, { stream: opened.use(await listen(app, cookie)), say });
    }
    const hearAll = async () => {
      const all: [string, Awaited<ReturnType<LiveStream["heard"]>>][] = [];
      // Events about presence can follow events about visibility
      await app.live.look();
      for (const [name, { stream }] of people) all.push([name, await stream.heard()]);
      return all;
    };
    for (const [isPrivate, who] of seeing) {
      await call(app, `PATCH ${inside}/teams/${cast.teams.eng}`, {
        as: cast.ada,
        body: { private: isPrivate },
      });
      await app.live.look();
      const at = app.live.presence.whoIsAt(task.id);
      for (const name of everybody) assert.ok(who.includes(name) || !at.has(idOf(name)), name);
      for (const { say } of people.values()) await say(task.id);
      for (const [name, events] of await hearAll()) {
        if (who.includes(name)) continue;
        const topics = events.flatMap(({ data }) => data.topics ?? []);
        assert.ok(topics.every((topic) => topic === "*"), `${name} was told ${topics}`);
      }
      const writes = async () =>
        void await people.get("chidi")!.say(task.id, { writing: "comment" });
      const acts: [string, () => Promise<unknown>][] = [
        ["message", () =>
          call(app, `PATCH ${inside}/tasks/${task.id}`, {
            as: cast.ada,
            body: { title: crypto.randomUUID() },
          })],
        ["message", () =>
          call(app, `POST ${inside}/tasks/${task.id}/comments`, {
            as: cast.ada,
            body: { body: "Done" },
          })],
        ["here", writes],
        ["here", () => people.get("ada")!.say(task.id, { left: "1" })],
      ];
      for (const [event, act] of acts) {
        await act();
        for (const [name, events] of await hearAll()) {
          const heard = events.map((one) => one.event);
          const where = `${name}, ${isPrivate ? "private" : "public"}: ${event}`;
          if (!who.includes(name)) assert.deepEqual(events, [], where);
          else if (event !== "here" || app.live.presence.whoIsAt(task.id).has(idOf(name))) {
            assert.ok(heard.includes(event), where);
          }
        }
      }
      const there = who.filter((name) => name !== "ada").map(idOf).sort();
      assert.deepEqual([...app.live.presence.whoIsAt(task.id)].sort(), there);
    }
    function idOf(name: string): string {
      return cast[name as typeof everybody[number]].member.profile.id;
    }
  }));
