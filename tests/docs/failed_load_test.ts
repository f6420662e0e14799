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

Deno.test("the docs and their search work again after they couldn't be loaded once", () =>
  withApp({}, async ({ app, deps, mistakes }) => {
    const status = async () => (await app.request("/docs")).status;
    await withoutContents(async () => {
      assert.equal(await status(), 500);
      await assert.rejects(Promise.resolve(deps.searchDocs("snooze")));
    });
    mistakes.length = 0;
    assert.equal(await status(), 200);
    assert.ok((await deps.searchDocs("snooze")).length > 0);
  }));
