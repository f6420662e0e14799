import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { makePat } from "../support/credentials.ts";
import { temporaryFolder } from "../support/folder.ts";
import { printed } from "./support/terminal.ts";

Deno.test("records that a response names only by ID are shown by name", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    await task(ada, { title: "Mend the gate", tags: ["Bug"], status: "planned" });
    await using home = await temporaryFolder();
    const heard = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
    await using server = Deno.serve(heard, (asked) => app.app.fetch(asked));
    const env = {
      BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
      BACKLOG_TOKEN: ada.tokens.accessToken,
      BACKLOG_WORKSPACE: workspaceId,
      XDG_CONFIG_HOME: home.path,
      NO_COLOR: "1",
    };
    assert.match(await printed(env, ["teams", "open-tasks"]), /^ENG +0 +1 +0$/m);
    assert.match(await printed(env, ["labels", "uses"]), /^1 +Bug$/m);
    // A token that can count these records but not read their names
    const limitedTo = async (scope: string) => {
      const { token } = await makePat(app, ada, { scopes: [scope] });
      return { ...env, BACKLOG_TOKEN: token };
    };
    const counting = await limitedTo("tasks.read");
    assert.match(await printed(counting, ["teams", "open-tasks"]), /^team_\w+ +0 +1 +0$/m);
    const managing = await limitedTo("workspace.manage");
    assert.match(await printed(managing, ["labels", "uses"]), /^1 +label_\w+$/m);
  }));
