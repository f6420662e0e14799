import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { OneAtATime } from "../../server/database/one_at_a_time.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { readWholeInbox } from "../../server/domain/inbox/mark.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { search } from "../../server/domain/search/search.ts";
import { withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

/** How often others had the event loop while something went on. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let over = false;
  let turns = 0;
  const done = work.finally(() => over = true);
  while (!over) {
    await setImmediate();
    turns++;
  }
  await done;
  return turns;
}

/** Long reads that know how much went on at a time, and how many came. */
class WatchedReads extends OneAtATime {
  taken = 0;
  running = 0;
  most = 0;

  override take<T>(work: () => Promise<T>): Promise<T> {
    this.taken++;
    return super.take(async () => {
      this.most = Math.max(this.most, ++this.running);
      try {
        return await work();
      } finally {
        this.running--;
      }
    });
  }
}

Deno.test("searches run one at a time, for all people together", () =>
  withCast(createWorld(), async ({ world, ada, bao }) => {
    const longReads = new WatchedReads();
    const services = { ...world.services, database: { ...world.database, longReads } };
    await Promise.all(
      [ada, bao, ada, bao].map((who) => perform(services, who.member, search, { q: "engine" })),
    );
    assert.deepEqual([longReads.taken, longReads.most, longReads.running], [4, 1, 0]);
  }));

Deno.test("a search yields to other requests between statements that take 10 ms, but not between quick ones", () =>
  withCast(createWorld(), async ({ world, ada }) => {
    const turns = (q: string) => turnsDuring(perform(world.services, ada.member, search, { q }));
    const { now } = performance;
    let time = 0;
    try {
      performance.now = () => time;
      const quick = await turns("bridge");
      performance.now = () => time += 11;
      const slow = await turns("engine");
      assert.ok(quick < 5 && slow >= 8, `${quick} and ${slow} turns`);
    } finally {
      performance.now = now;
    }
  }));

Deno.test("marking a whole inbox as read yields to other requests every few hundred entries", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, workspaceId } = cast;
    const read = () => perform(world.services, ada.member, readWholeInbox, {});
    const fewTurns = await turnsDuring(read());
    await world.database.write((tx) =>
      sql`
      with recursive n (n) as (select 1 union all select n + 1 from n where n < 2000)
      insert into notifications (id, workspace_id, recipient_id, kind, subject_kind, subject_id,
        data, created_at)
      select 'ntf_' || n, ${workspaceId}, ${ada.member.profile.id}, 'assignment', 'task',
        'tsk_' || n, '{}', '2026-03-12T10:00:00.000Z' from n`.execute(tx)
    );
    const marked = read();
    const turns = await turnsDuring(marked);
    assert.equal((await marked).read, 2000);
    assert.ok(turns >= fewTurns + 9, `${fewTurns} turns without, ${turns} with 2,000 entries`);
  }));

Deno.test("undoing many consecutive acts yields to other requests regularly", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { id: taskId } = await cast.task(ada);
    for (let n = 0; n < 60; n++) {
      world.clock.advance({ seconds: 1 });
      const patch = { title: `Mend gate ${n}` };
      await perform(world.services, ada.member, updateTask, { taskId, patch });
    }
    const { activity } = parseJson(
      (await perform(world.services, ada.member, findTask, { taskId })).json,
    );
    const turns = async (backTo: number) => {
      const acts = { activityId: activity.at(-1)!.id, backTo: activity.at(backTo)!.id };
      return await turnsDuring(perform(world.services, ada.member, undoTasks, acts));
    };
    const few = await turns(-2);
    await perform(world.services, ada.member, undoTasks, { activityId: taskId });
    const many = await turns(-60);
    assert.ok(many >= few + 2, `${few} turns for 2 acts, ${many} for 60`);
  }));
