import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { Hono } from "hono";
import { endpoints } from "../../server/api/endpoints.ts";
import { openapiApi } from "../../server/api/openapi_route.ts";
import type { Env } from "../../server/http/env.ts";
import { makeLimits } from "../../server/http/limits.ts";
import { createTestApp } from "../support/app.ts";

Deno.test("other requests are answered while the API description is being generated", async () => {
  await using app = await createTestApp();
  let made = false;
  const asked = (async () => {
    const response = await app.app.request("/openapi.json");
    made = true;
    return await response.json();
  })();
  let answered = 0;
  while (!made) {
    assert.equal((await app.app.request("/health")).status, 200);
    if (!made) answered++;
    // An answer that waits for nothing lets nothing else go on.
    await setImmediate();
  }
  assert.equal((await asked).openapi, "3.1.0");
  assert.ok(answered > 20, `${answered} answers while it was made`);
});

Deno.test("the API guide's first request goes to this server", async () => {
  await using app = await createTestApp({ origin: "https://backlog.example.org" });
  const { info, servers } = await (await app.app.request("/openapi.json")).json();
  assert.equal(servers[0].url, "https://backlog.example.org/api/v1");
  assert.match(info.description, /^api=https:\/\/backlog\.example\.org\/api\/v1$/m);
});

Deno.test("the API guide states the server's rate limit", async () => {
  await using app = await createTestApp({ rateLimit: 7_500 });
  const { info } = await (await app.app.request("/openapi.json")).json();
  assert.match(info.description, /A token can make 7,500 requests per minute\./);
});

Deno.test("the API description is generated once for simultaneous requests", async () => {
  await using app = await createTestApp();
  let made = 0;
  const counted = endpoints.slice(0, 2);
  counted[Symbol.iterator] = () => {
    made++;
    return endpoints.slice(0, 2).values();
  };
  const routes = new Hono<Env>()
    .use(async (c, next) => {
      c.set(
        "deps",
        {
          settings: app.world.services.settings,
          version: "1.0.0",
          limits: makeLimits(1_200),
        } as Env["Variables"]["deps"],
      );
      await next();
    })
    .route("/", openapiApi(counted));
  const texts = await Promise.all([1, 2, 3].map(async () => (await routes.request("/")).text()));
  assert.equal(new Set(texts).size, 1);
  assert.equal(made, 1);
});
