import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { perform } from "../../server/domain/core/operation.ts";
import { readTaskTexts } from "../../server/domain/tasks/texts.ts";
import { withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

Deno.test("between the long texts of a task whoever asks for something else goes first", () =>
  withCast(createWorld(), async ({ world, ada, task }) => {
    const { id: taskId } = await task(ada);
    const texts = Array.from({ length: 20 }, (_, n) => `${n} ${"*a* ".repeat(2_000)}`);
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
    assert.equal((await reading).texts.size, 20);
    assert.ok(others >= 20, `${others} went before`);
  }));
