import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { temporaryFolder } from "../support/folder.ts";
import { printed } from "./support/terminal.ts";

Deno.test("what an answer has by its id alone is told to people by its name", () =>
  withApp({}, async ({ app }, { ada, task, workspaceId }) => {
    await task(ada, { title: "Mend the gate", tags: ["Bug"], status: "planned" });
    await using home = await temporaryFolder();
    const heard = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
    await using server = Deno.serve(heard, (asked) => app.fetch(asked));
    const env = {
      BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
      BACKLOG_TOKEN: ada.tokens.accessToken,
      BACKLOG_WORKSPACE: workspaceId,
      XDG_CONFIG_HOME: home.path,
      NO_COLOR: "1",
    };
    assert.match(await printed(env, ["teams", "open-tasks"]), /^ENG +0 +1 +0$/m);
    assert.match(await printed(env, ["labels", "uses"]), /^1 +Bug$/m);
  }));
