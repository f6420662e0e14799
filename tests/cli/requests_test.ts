import assert from "node:assert/strict";
import { lines } from "./support/lines.ts";
import { makeWorkspace, makeWorld, signUp } from "./support/world.ts";

Deno.test("each command line identifies itself and sends one request per command", async () => {
  for (const line of lines) {
    await using world = await makeWorld(line);
    await signUp(world);
    const { workspaceId } = await makeWorkspace(world);
    world.server.seen.length = 0;
    await world.run([
      "tasks",
      "list",
      "--workspace-id",
      workspaceId,
      "--status",
      "planned,completed",
    ]);
    const [seen, ...more] = world.server.seen;
    assert.deepEqual(more, []);
    assert.match(seen?.path ?? "", /tasks\?status=planned%2Ccompleted$/);
    assert.match(
      seen?.userAgent ?? "",
      line.name === "backlog" ? /^backlog-cli\/\d/ : /^backlog\.sh\/\d/,
    );
  }
});
