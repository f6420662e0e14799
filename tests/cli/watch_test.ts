import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { lines } from "./support/lines.ts";
import { makeWorkspace, makeWorld, signUp } from "./support/world.ts";

Deno.test("watch tells what comes, in the order in which it came, and nothing from before", async () => {
  for (const line of lines) {
    await using world = await makeWorld(line);
    await signUp(world);
    const { teamId } = await makeWorkspace(world);
    const create = (title: string) =>
      world.run(["tasks", "create", "--team-id", teamId, "--title", title]);
    await create("From before");
    world.server.wait(1);
    await world.run(["tasks", "comment", "ENG-1", "Said before"]);
    world.server.seen.length = 0;
    const watching = world.run(["watch", "--count", "3"]);
    while (!world.server.seen.some(({ path }) => path.includes("updatedSince"))) await delay(20);
    world.server.wait(1);
    await create("New here");
    world.server.wait(1);
    await world.run(["tasks", "update", "ENG-1", "--priority", "high", "--status", "planned"]);
    const { code, stdout, stderr } = await watching;
    assert.deepEqual([code, stderr], [0, ""], line.name);
    const told = stdout.trimEnd().split("\n").map((one) => JSON.parse(one));
    const shown = told.map(({ reference, kind }) => `${reference} ${kind}`);
    assert.equal(shown[0], "ENG-2 task.created");
    assert.deepEqual(shown.slice(1).sort(), [
      "ENG-1 task.priority_changed",
      "ENG-1 task.status_changed",
    ]);
  }
});
