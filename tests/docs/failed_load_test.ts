import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";

/** Runs `work` while the list of docs pages can't be read. */
async function withoutContents<T>(work: () => Promise<T>): Promise<T> {
  const read = Deno.readTextFileSync;
  Deno.readTextFileSync = (path) => {
    if (String(path).endsWith("/contents.json")) throw new Error("The disk failed.");
    return read(path);
  };
  try {
    return await work();
  } finally {
    Deno.readTextFileSync = read;
  }
}

Deno.test("the docs and their search work again after a failed load", () =>
  withApp({}, async ({ app, mistakes }) => {
    const status = async (path: string) => (await app.request(path)).status;
    await withoutContents(async () => {
      assert.equal(await status("/docs"), 500);
      assert.equal(await status("/?q=snooze"), 500);
    });
    mistakes.length = 0;
    assert.equal(await status("/docs"), 200);
    assert.match(await (await app.request("/?q=snooze")).text(), /href="\/docs\/web\/inbox"/);
  }));
