import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { perform } from "../../server/domain/core/operation.ts";
import { readTaskTexts } from "../../server/domain/tasks/texts.ts";
import { withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

for (const [name, count, repeated] of [["long", 20, 2_000], ["many short", 400, 100]] as const) {
  Deno.test(`other requests run while the ${name} texts of a task are parsed`, () =>
    withCast(createWorld(), async ({ world, ada, task }) => {
      const { id: taskId } = await task(ada);
      const texts = Array.from({ length: count }, (_, n) => `${n} ${"*a* ".repeat(repeated)}`);
      let read = false;
      const reading = perform(world.services, ada.member, readTaskTexts, { taskId, texts })
        .then((done) => {
          read = true;
          return done;
        });
      let others = 0;
      while (!read) {
        await setImmediate();
        others++;
      }
      assert.equal((await reading).texts.size, count);
      assert.ok(others >= 20, `${others} went before`);
    }));
}
