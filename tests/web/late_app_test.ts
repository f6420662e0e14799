import assert from "node:assert/strict";
import { createLateApp } from "../../server/late_app.ts";
import { createTestApp } from "../support/app.ts";

for (const path of ["", "/backlog"]) {
  const origin = `https://example.com${path}`;

  Deno.test(`a starting server ${path && `below ${path} `}answers every path as a started one does`, async () => {
    await using test = await createTestApp({ origin });
    for (const { at, asks } of requests) {
      const statusOf = async (fetch: typeof test.app.fetch) =>
        (await fetch(new Request(origin + at, asks))).status;
      const started = await statusOf(test.app.fetch);
      assert.equal(await statusOf(createLateApp(test.deps)), started, at);
    }
  });
}

const requests: { at: string; asks?: RequestInit }[] = [
  { at: "/health" },
  { at: "/health", asks: { method: "HEAD" } },
  { at: "/health/" },
  { at: "/healthy" },
  { at: "/openapi.json" },
  { at: "/api/v1/me" },
  { at: "/api/v1/nowhere" },
  { at: "/api/v1/auth/sessions", asks: { method: "POST", body: "{" } },
  { at: "/api/workspace/command?q=a" },
  { at: "/auth/signin" },
  { at: "/auth/signin/" },
  { at: "/assets/none.js?from=/api/v1/me" },
  { at: "/backlog.sh" },
  { at: "/nowhere", asks: { method: "POST" } },
];
