import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { findSeveralTasks } from "../../server/domain/tasks/find_several.ts";
import { listTaskCacheKeys, listTasks } from "../../server/domain/tasks/list.ts";
import { type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

Deno.test("several tasks can be read by ID, only visible ones, as in a list", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const quiet = await planner(cast).project(cast.ada, { name: "Quiet", teamIds: ["PPL"] });
    const made = [
      await cast.task(cast.ada, { projectId: quiet.id }),
      await cast.task(cast.ada, { title: "Oil the gate" }),
      await cast.task(cast.dina, { teamId: "PPL" }),
      await cast.task(cast.frode, { teamId: "ELS" }),
    ];
    const ids = made.map(({ id }) => id);
    const seenBy = async (by: Person) => {
      const found = await perform(services, by.member, findSeveralTasks, { ids });
      const [listed, cacheKeys] = await Promise.all([
        perform(services, by.member, listTasks, {}),
        perform(services, by.member, listTaskCacheKeys, {}),
      ]);
      const newestFirst = found.toSorted((a, b) => a.cacheKey[0] < b.cacheKey[0] ? 1 : -1);
      assert.deepEqual(newestFirst.map(({ cacheKey }) => cacheKey), parseJson(cacheKeys.records));
      assert.equal(`[${newestFirst.map(({ record }) => record).join(",\n")}]`, listed.records);
      return found.length;
    };
    assert.deepEqual(
      [await seenBy(cast.ada), await seenBy(cast.chidi), await seenBy(cast.frode)],
      [3, 2, 1],
    );
  }));
