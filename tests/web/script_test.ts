import assert from "node:assert/strict";
import { createTestApp } from "../support/app.ts";

Deno.test("/backlog.sh is served with the server's own origin in it", async () => {
  await using app = await createTestApp();
  const response = await app.app.request("/backlog.sh");
  const text = await response.text();
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-type") ?? "", /^text\/x-shellscript/);
  assert.match(text, /^#!\/usr\/bin\/env bash/);
  assert.deepEqual(text.match(/^BACKLOG_DEFAULT_BASE_URL=.*$/gm), [
    `BACKLOG_DEFAULT_BASE_URL="https://backlog.example"`,
  ]);
});
