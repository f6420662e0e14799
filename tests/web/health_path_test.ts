import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";

const READS = 9;

Deno.test("a read whose query ends in /health waits for a person's earlier reads", () =>
  withApp({}, async ({ app, world }, { ada }) => {
    const cookie = await browserCookie(world, ada.email);
    const ended: string[] = [];
    const read = async (path: string) => {
      await (await app.request(path, { headers: { cookie, accept: "text/html" } })).text();
      ended.push(path);
    };
    const last = "/workspace/inbox?next=/health";
    const paths = [...Array.from({ length: READS }, (_, n) => `/workspace/inbox?n=${n}`), last];
    await Promise.all(paths.map(read));
    assert.ok(ended.indexOf(last) >= READS - 2, ended.join(" "));
  }));
