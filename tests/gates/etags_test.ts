import assert from "node:assert/strict";
import { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { call, createTestApp } from "../support/app.ts";
import { assertNone } from "../support/missing.ts";
import { fill, stageFor } from "./errors/provocations.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { populate } from "./support/full_cast.ts";
import { growthOf } from "./support/growth.ts";

/** Returns whether a response is a page of a list. */
const isPage = ({ response }: Endpoint) =>
  response instanceof z.ZodObject && "nextCursor" in response.shape;

const reads = endpoints.filter(({ method }) => method === "GET");

Deno.test("every read has an ETag, returns a 304 for it, and can't be stored in shared caches", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const { known } = await stageFor(fullCast);
  known.viewId = [fullCast.ids.view, fullCast.ids.projectsView];
  const wrong: string[] = [];
  const list = (values: unknown[]) => values.map((value) => value ?? "nothing").join(" | ");
  for (const endpoint of reads) {
    const projects = endpoint.path.endsWith("{viewId}/projects");
    const own = projects ? { ...known, viewId: [fullCast.ids.projectsView] } : known;
    const path = fill(endpoint, own) + (endpoint.path.endsWith("/search") ? "?q=gate" : "");
    const ask = (headers: Record<string, string> = {}) =>
      call(app, `GET ${path}`, { as: fullCast.ada, headers });
    const first = await ask();
    const etag = first.headers.get("etag") ?? "";
    const kept = ["cache-control", "vary"].map((name) => first.headers.get(name));
    const again = await ask({ "if-none-match": etag });
    const among = await ask({ "if-none-match": `"other", ${etag}` });
    const other = await ask({ "if-none-match": '"other"' });
    const statuses = [first, again, among, other].map(({ status }) => status);
    const still = ["etag", "cache-control", "vary"].map((name) => again.headers.get(name));
    const vary = "Accept-Encoding, Authorization, X-Backlog-Agent";
    const reading = ["private, no-cache", endpoint.stream ? `Accept, ${vary}` : vary];
    const answers = [200, 304, 304, 200];
    const checks: [what: string, found: unknown[], right: unknown[]][] = [
      ["headers Cache-Control and Vary", kept, reading],
      ["statuses without and with its ETag, in a list, and with another", statuses, answers],
      ["304 headers ETag, Cache-Control, and Vary", still, [etag, ...reading]],
    ];
    if (etag === "") wrong.push(`GET ${endpoint.path} has no ETag.`);
    for (const [what, found, right] of checks) {
      if (list(found) === list(right)) continue;
      wrong.push(
        `The ${what} of GET ${endpoint.path} are ${list(found)} instead of ${list(right)}.`,
      );
    }
  }
  assertNone(wrong, (sentence) => `${sentence} See answerRead in server/api/mount.ts.`);
});

Deno.test("a list with a new record doesn't return 304", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const { known } = await stageFor(fullCast);
  const add = growthOf(app, fullCast);
  const wrong: string[] = [];
  for (const endpoint of reads.filter(isPage)) {
    const projects = endpoint.path.endsWith("{viewId}/projects");
    const own = projects ? { ...known, viewId: [fullCast.ids.projectsView] } : known;
    const path = `GET ${fill(endpoint, own)}?limit=250`;
    const before = await call(app, path, { as: fullCast.ada });
    await add(endpoint.path);
    const headers = { "if-none-match": before.headers.get("etag")! };
    const after = await call(app, path, { as: fullCast.ada, headers });
    if (after.status !== 200) {
      wrong.push(
        `${endpoint.path} answers ${after.status} after it grew. See server/api/mount.ts.`,
      );
    } else if (after.text === before.text) {
      wrong.push(`${endpoint.path} doesn't grow. See its way in tests/gates/support/growth.ts.`);
    }
  }
  assertNone(wrong, (sentence) => `The list ${sentence}`);
});

Deno.test("a person's own name and preferences change their ETags", async () => {
  await using app = await createTestApp();
  const { ada } = await populate(app.world);
  const changes: [path: string, body: Record<string, unknown>][] = [
    ["/me", { name: "Ada King" }],
    ["/me/preferences", { theme: "dark" }],
  ];
  for (const [path, body] of changes) {
    const before = await call(app, `GET ${path}`, { as: ada });
    await call(app, `PATCH ${path}`, { as: ada, body });
    const headers = { "if-none-match": before.headers.get("etag")! };
    assert.equal((await call(app, `GET ${path}`, { as: ada, headers })).status, 200, path);
  }
});

Deno.test("the API description returns a 304 for its ETag", async () => {
  await using app = await createTestApp();
  const first = await app.app.request("/openapi.json");
  await first.body?.cancel();
  const etag = first.headers.get("etag")!;
  assert.equal(first.headers.get("cache-control"), "no-cache");
  const again = await app.app.request("/openapi.json", { headers: { "if-none-match": etag } });
  assert.deepEqual([again.status, again.headers.get("etag"), await again.text()], [304, etag, ""]);
});

Deno.test("a response that shows a secret once can't be cached", async () => {
  await using app = await createTestApp();
  const { ada } = await populate(app.world);
  const body = { label: "Laptop" };
  const made = await call(app, "POST /personal-access-tokens", { as: ada, body });
  assert.equal(made.headers.get("cache-control"), "no-store");
});

/** Renames records that other records show, or changes every ETag of a workspace in another way. */
const renames: readonly (readonly [record: string, body: Record<string, unknown>])[] = [
  ["teams/{teamId}", { name: "Builders" }],
  ["projects/{projectId}", { name: "Bridge" }],
  ["members/me", { name: "Ada King" }],
];

Deno.test("renaming a record returns its newest ETag, and so does a patch that changes nothing", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  const { known } = await stageFor(fullCast);
  for (const [record, body] of renames) {
    const path = `/workspaces/${fullCast.workspaceId}/${record}`
      .replace(/\{(\w+)\}/, (_, name) => String(known[name]![0]));
    for (const sent of [body, body]) {
      const { status, headers } = await call(app, `PATCH ${path}`, {
        as: fullCast.ada,
        body: sent,
      });
      assert.equal(status, 200, path);
      const held = { "if-none-match": headers.get("etag")! };
      const again = await call(app, `GET ${path}`, { as: fullCast.ada, headers: held });
      assert.equal(again.status, 304, path);
    }
  }
});
