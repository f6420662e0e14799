import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { tickComment } from "../../server/domain/comments/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { setTaskCheckbox } from "../../server/domain/tasks/set_checkbox.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const items = Array.from({ length: 20 }, (_, at) => `item ${at}`);
const list = items.map((item) => `- [ ] ${item}`).join("\n");

Deno.test("twenty checkboxes that are checked at the same time are all checked", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world: { services } } = cast;
    const { id } = await cast.task(ada, { description: list });
    const { id: commentId } = await perform(services, ada.member, createComment, {
      taskId: id,
      body: list,
    });
    await Promise.all(items.flatMap((words, at) => [
      perform(services, at % 2 ? ada.member : chidi.member, setTaskCheckbox, {
        taskId: id,
        at,
        words,
        done: true,
      }),
      perform(services, ada.member, tickComment, { taskId: id, commentId, words, done: true }),
    ]));
    const task = parseJson((await perform(services, ada.member, findTask, { taskId: id })).json);
    const all = list.replaceAll("[ ]", "[x]");
    assert.deepEqual([task.description, task.comments[0]!.body], [all, all]);
  }));

Deno.test("checking a missing checkbox is refused, and checking a checked one changes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, esra, world: { services } } = cast;
    const { id, version } = await cast.task(ada, { description: "- [x] oil" });
    const tick = (by: typeof ada, words: string) =>
      perform(services, by.member, setTaskCheckbox, { taskId: id, words, done: true });
    assert.equal(parseJson((await tick(ada, "oil")).json).version, version);
    await refused(tick(ada, "paint"), { status: 409, code: "no_such_checkbox" });
    await refused(tick(esra, "paint"), { status: 403, code: "not_task_writer" });
    const { id: commentId } = await perform(services, esra.member, createComment, {
      taskId: id,
      body: "- [ ] hang",
    });
    const inComment = { taskId: id, commentId, words: "hang", done: true };
    await refused(perform(services, ada.member, tickComment, inComment), { status: 403 });
    await perform(services, esra.member, tickComment, inComment);
  }));
