import assert from "node:assert/strict";
import { linesWithoutStart } from "./support/lines.ts";
import { type Made, walk } from "./support/walk.ts";
import { makeWorld, type World } from "./support/world.ts";

Deno.test("both command lines behave the same from sign-up to sign-out, even under a base path", async (t) => {
  await using first = await makeWorld(linesWithoutStart[0]!, "/backlog");
  await using second = await makeWorld(linesWithoutStart.at(-1)!, "/backlog");
  const made = new Map<World, Made>(
    [first, second].map((w) => [w, { workspaceId: "", teamId: "", labelId: "" }]),
  );
  for (const step of walk) {
    await t.step(step.does, async () => {
      const found: unknown[] = [];
      for (const world of [first, second]) {
        await step.before?.(world, made.get(world)!);
        const args = step.args(world, made.get(world)!);
        // Tasks created at the same time would be in no particular order.
        if (args[0] === "tasks") world.server.wait(1);
        const outcome = await world.run(args, step.options);
        const where = `${world.line.name}: ${outcome.stderr}`;
        assert.equal(outcome.code, step.code ?? 0, where);
        if (step.says) assert.match(world.alike(outcome.stderr), step.says, where);
        else if (outcome.code === 0) assert.equal(outcome.stderr, "", where);
        step.holds?.(JSON.parse(outcome.stdout), world, made.get(world)!);
        found.push(JSON.parse(world.alike(JSON.stringify({ outcome, kept: world.kept() }))));
      }
      assert.deepEqual(found[1], found[0]);
    });
  }
});
