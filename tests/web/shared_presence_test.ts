import assert from "node:assert/strict";
import { sql } from "kysely";
import { Presence } from "../../server/domain/live/presence.ts";
import { readPresences } from "../../server/domain/live/presence_rows.ts";
import { SharedPresence } from "../../server/http/live/shared_presence.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

/** A process on the cast's database, in which nobody has a task open yet. */
async function startProcess({ world: { services, clock } }: Cast) {
  const presence = new Presence(() => clock.now().getTime(), () => shared.changed());
  const shared = new SharedPresence(services, presence);
  await shared.begin();
  return {
    enter: ({ member }: Person, taskId: string) =>
      presence.enter(member, { tab: "one", taskId, writing: null }),
    /** Hears the other processes, then writes what there is to write. */
    async round() {
      shared.hear(await readPresences(services));
      await shared.tick();
    },
    here: (taskId: string) => presence.othersAt(taskId, "").map(({ name }) => name),
  };
}

/** Returns how often presence was written: each time takes the next number. */
async function countWrites({ world: { database } }: Cast): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select max(seq) as seq from news`
    .execute(database.read);
  return rows[0]!.seq;
}

Deno.test("a process doesn't write presence that came from another process", () =>
  withCast(createWorld(), async (cast) => {
    const [one, two] = [await startProcess(cast), await startProcess(cast)];
    for (let n = 0; n < 3; n++) for (const process of [one, two]) await process.round();
    const before = await countWrites(cast);
    one.enter(cast.ada, "task_1");
    for (let n = 0; n < 3; n++) for (const process of [one, two]) await process.round();
    assert.deepEqual(two.here("task_1"), [cast.ada.member.profile.name]);
    assert.equal(await countWrites(cast) - before, 1, "only the process with the news writes");
  }));

Deno.test("a starting process immediately gets the presence of other processes", () =>
  withCast(createWorld(), async (cast) => {
    const one = await startProcess(cast);
    await one.round();
    one.enter(cast.ada, "task_1");
    await one.round();
    const two = await startProcess(cast);
    for (const process of [two, one, two]) await process.round();
    assert.deepEqual(two.here("task_1"), [cast.ada.member.profile.name]);
  }));
