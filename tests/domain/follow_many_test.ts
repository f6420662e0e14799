import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listFavorites } from "../../server/domain/favorites/list.ts";
import { addFavorite, markFavoriteTasks } from "../../server/domain/favorites/mark.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { followTasks } from "../../server/domain/tasks/follow.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

/** ENG-1 to ENG-4, by Ada. */
async function four(cast: Cast) {
  for (const title of ["Ash", "Birch", "Cedar", "Dogwood"]) await cast.task(cast.ada, { title });
}

Deno.test("many tasks can be followed or unfollowed at once, and the response lists the changed ones", () =>
  withCast(createWorld(), async (cast) => {
    await four(cast);
    const { world: { services }, chidi } = cast;
    const follow = async (input: object) =>
      parseJson(await perform(services, chidi.member, followTasks, input))
        .map(({ reference }) => reference);
    assert.deepEqual(await follow({ taskIds: ["ENG-2"] }), ["ENG-2"]);
    assert.deepEqual(await follow({ taskIds: ["ENG-3", "ENG-2", "ENG-1", "eng-3"] }), [
      "ENG-3",
      "ENG-1",
    ]);
    assert.deepEqual(await follow({ taskIds: ["ENG-1", "ENG-4"], following: false }), ["ENG-1"]);
    await assert.rejects(follow({ taskIds: ["ENG-4", "ENG-9"] }), /ENG-9/);
    const task = parseJson(
      (await perform(services, chidi.member, findTask, { taskId: "ENG-4" })).json,
    );
    assert.equal(task.followers.some(({ id }) => id === chidi.member.profile.id), false);
  }));

Deno.test("many favorites can be added and removed at once in order, and undo restores their positions", () =>
  withCast(createWorld(), async (cast) => {
    await four(cast);
    const { world: { services }, ada } = cast;
    const mark = async (input: object) => {
      const { tasks, positions } = await perform(services, ada.member, markFavoriteTasks, input);
      return { told: parseJson(tasks).map(({ reference }) => reference), positions };
    };
    const favorites = async () =>
      parseJson((await perform(services, ada.member, listFavorites, {})).records)
        .map(({ key }) => key);
    await perform(services, ada.member, addFavorite, { kind: "team", id: "ENG" });
    assert.deepEqual(await mark({ taskIds: ["ENG-2", "ENG-1"] }), {
      told: ["ENG-2", "ENG-1"],
      positions: [0, 1],
    });
    assert.deepEqual(await favorites(), ["ENG-2", "ENG-1", "ENG"]);
    await mark({ taskIds: ["ENG-3", "ENG-1"] });
    assert.deepEqual(await favorites(), ["ENG-3", "ENG-2", "ENG-1", "ENG"]);
    const removed = await mark({ taskIds: ["ENG-1", "ENG-3", "ENG-4"], favorite: false });
    assert.deepEqual(removed, { told: ["ENG-1", "ENG-3"], positions: [2, 0] });
    assert.deepEqual(await favorites(), ["ENG-2", "ENG"]);
    await mark({ taskIds: removed.told, positions: removed.positions });
    assert.deepEqual(await favorites(), ["ENG-3", "ENG-2", "ENG-1", "ENG"]);
    await mark({ taskIds: ["ENG-4"] });
    const apart = await mark({ taskIds: ["ENG-3", "ENG-1"], favorite: false });
    assert.deepEqual(apart.positions, [1, 3]);
    await mark({ taskIds: apart.told, positions: apart.positions });
    assert.deepEqual(await favorites(), ["ENG-4", "ENG-3", "ENG-2", "ENG-1", "ENG"]);
    await mark({ taskIds: ["ENG-1"], positions: [0] });
    assert.deepEqual(await favorites(), ["ENG-1", "ENG-4", "ENG-3", "ENG-2", "ENG"]);
    await mark({ taskIds: ["ENG-1"], positions: [3] });
    await mark({ taskIds: ["ENG-4"], favorite: false });
    await perform(services, ada.member, archiveTask, { taskId: "ENG-4" });
    await assert.rejects(mark({ taskIds: ["ENG-1", "ENG-4"] }), /ENG-4: This task is archived/);
    await mark({ taskIds: ["ENG-1", "ENG-4"], favorite: false });
    assert.deepEqual(await favorites(), ["ENG-3", "ENG-2", "ENG"]);
  }));
