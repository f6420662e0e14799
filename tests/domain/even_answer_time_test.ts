import assert from "node:assert/strict";
import { z } from "zod";
import { EvenAnswerTime } from "../../server/domain/core/even_answer_time.ts";
import { perform, type Services } from "../../server/domain/core/operation.ts";
import { operations } from "../../server/operations.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

/** A clock that work moves on, and what was waited for in the end. */
function stopwatch() {
  let now = 0;
  const waits: number[] = [];
  const even = new EvenAnswerTime(() => now, (ms) => {
    waits.push(ms);
    return Promise.resolve();
  });
  const work = (ms: number, ends: () => number = () => ms) => () => {
    now += ms;
    return Promise.resolve().then(ends);
  };
  return { even, waits, work };
}

Deno.test("a response is delayed to the next time step", async () => {
  const { even, waits, work } = stopwatch();
  assert.equal(await even.take(work(3)), 3);
  await even.take(work(24));
  await even.take(work(27));
  assert.deepEqual(waits, [22, 1, 23]);
});

Deno.test("an error response is delayed to the next time step, like a success", async () => {
  const { even, waits, work } = stopwatch();
  const refused = work(4, () => {
    throw new Error("no");
  });
  await assert.rejects(even.take(refused), /no/);
  assert.deepEqual(waits, [21]);
});

/** The same services, with a count of the answers that came in steps. */
function counted(services: Services): { services: Services; steps: () => number } {
  let steps = 0;
  const evenAnswerTime = new EvenAnswerTime(() => 0, () => {
    steps++;
    return Promise.resolve();
  });
  return { services: { ...services, evenAnswerTime }, steps: () => steps };
}

const looking = operations.filter(({ input, writes }) =>
  !writes && input instanceof z.ZodObject && "q" in input.shape
);

Deno.test("every text search has rounded response times, but only for people with hidden records", async () => {
  assert.ok(looking.length >= 8, String(looking.length));
  await withCast(createWorld(), async ({ world, chidi, ada }) => {
    for (const operation of looking) {
      for (const [person, expected] of [[chidi, 1], [ada, 0]] as const) {
        const { services, steps } = counted(world.services);
        await perform(services, person.member, operation as typeof listViewTasks, { q: "gate" });
        assert.equal(steps(), expected, `${operation.name} for ${person.email}`);
      }
    }
  });
});

async function view(cast: Cast, filters: Record<string, string>): Promise<string> {
  const input = { kind: "task", scope: "personal", name: "Gates", filters };
  return parseJson((await perform(cast.world.services, cast.chidi.member, createView, input)).json)
    .id;
}

Deno.test("a saved view with a text filter has rounded response times", async () => {
  await withCast(createWorld(), async (cast) => {
    for (const [filters, expected] of [[{ q: "gate" }, 1], [{ status: "planned" }, 0]] as const) {
      const { services, steps } = counted(cast.world.services);
      const viewId = await view(cast, filters);
      await perform(services, cast.chidi.member, listViewTasks, { viewId });
      assert.equal(steps(), expected);
    }
  });
});
