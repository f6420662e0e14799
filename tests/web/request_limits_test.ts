import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { askPalette, browserCookie } from "../support/browser_session.ts";

Deno.test("a browser's session can send as many requests as a token, and then must wait", () =>
  withApp({ rateLimit: 3 }, async (app, { ada, bao }) => {
    const [cookie, other] = [
      await browserCookie(app.world, ada.email),
      await browserCookie(app.world, bao.email),
    ];
    const page = (path: string, of: string) =>
      app.app.request(path, { headers: { cookie: of, accept: "text/html" } });
    assert.equal((await page("/workspace/tasks", cookie)).status, 200);
    assert.equal((await page("/workspace/tasks/NONE-1", cookie)).status, 404);
    assert.equal((await askPalette(app, "GET ?q=gate", { cookie })).status, 200);
    const refused = await page("/workspace/tasks", cookie);
    assert.deepEqual([refused.status, refused.headers.get("retry-after")], [429, "60"]);
    assert.match(await refused.text(), /Too many requests/);
    assert.equal((await askPalette(app, "GET ?q=gate", { cookie })).body.code, "rate_limit");
    assert.equal((await page("/workspace/tasks", other)).status, 200);
    app.world.clock.advance({ minutes: 1 });
    assert.equal((await page("/workspace/tasks", cookie)).status, 200);
  }));
