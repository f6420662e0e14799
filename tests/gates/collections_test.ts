import assert from "node:assert/strict";
import { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { call, createTestApp, type TestApp } from "../support/app.ts";
import { assertNone } from "../support/missing.ts";
import { objectSchema } from "./fuzz/inputs.ts";
import { knownValues } from "./fuzz/known.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { type FullCast, populate } from "./support/full_cast.ts";
import { growthOf } from "./support/growth.ts";

/** Responses with several records that aren't collections, with reasons. */
const whole: Record<string, string> = {
  "/workspaces/{workspaceId}/search":
    "the best matches of every kind, ranked against each other: whoever wants others asks more exactly",
};

/** The endpoints that return a list of records, with the list's name. */
const collections = endpoints.flatMap((endpoint): [Endpoint, string][] => {
  const { method, path, response } = endpoint;
  if (method !== "GET" || path in whole || !(response instanceof z.ZodObject)) return [];
  const plural = Object.keys(response.shape).find((name) =>
    response.shape[name] instanceof z.ZodArray
  );
  return plural ? [[endpoint, plural]] : [];
});

Deno.test("every collection accepts a limit and a cursor, and returns the next cursor", () => {
  assert.ok(collections.length > 25, `${collections.length} collections were seen`);
  const wrong = collections.filter(([{ operation, response }]) => {
    const { properties = {} } = objectSchema(operation.input as z.ZodType);
    const answered = (response as z.ZodObject).shape;
    return !properties.limit || !properties.cursor || !answered.nextCursor;
  });
  assertNone(
    wrong,
    ([{ path }]) =>
      `GET ${path} answers a list without "limit", "cursor", or "nextCursor". Add them to the ` +
      "operation and the endpoint, or say in tests/gates/collections_test.ts why there are no pages.",
  );
});

Deno.test("paging with one record per page returns every record once, even if others are added", async (t) => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const add = growthOf(app, fullCast);
  for (const [endpoint, plural] of collections) {
    await t.step(endpoint.path, async () => {
      const list = lister(app, fullCast, endpoint, plural);
      for (let n = 0; n < 4; n++) await add(endpoint.path);
      const before = await list({ limit: "250" });
      assert.equal(before.next, null);
      assert.ok(before.ids.length >= 4);
      const met: string[] = [];
      let next: string | null | undefined;
      while (next !== null) {
        const page = await list({ limit: "1", ...(next ? { cursor: next } : {}) });
        met.push(...page.ids);
        next = page.next;
        if (met.length === 2 || met.length === 3) await add(endpoint.path);
      }
      assert.equal(new Set(met).size, met.length, "a record came twice");
      assert.deepEqual(met.filter((id) => before.ids.includes(id)), before.ids);
    });
  }
});

Deno.test("a damaged cursor and a cursor of another list are refused by name", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const add = growthOf(app, fullCast);
  const cursors = new Map<Endpoint, string>();
  for (const [endpoint, plural] of collections) {
    for (let n = 0; n < 2; n++) await add(endpoint.path);
    cursors.set(endpoint, (await lister(app, fullCast, endpoint, plural)({ limit: "1" })).next!);
  }
  for (const [n, [endpoint]] of collections.entries()) {
    const own = cursors.get(endpoint)!;
    const foreign = [...cursors.values()].at(n - 1)!;
    for (const cursor of ["", "x", own.slice(0, -4), btoa("[1,2]"), foreign]) {
      const path = `${fill(endpoint, fullCast)}?cursor=${cursor}`;
      const { status, body } = await call(app, `GET ${path}`, { as: fullCast.ada });
      const fields = body.errors?.map((error: { path: unknown[] }) => error.path);
      assert.deepEqual([status, fields], [422, [["cursor"]]], `${path} (${endpoint.path})`);
    }
  }
});

function fill({ path }: Endpoint, fullCast: FullCast): string {
  const known = { ...knownValues(fullCast) };
  if (path.endsWith("/views/{viewId}/projects")) known.viewId = [fullCast.ids.projectsView];
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => String(known[name]![0]));
}

/** Requests a page as Ada. Returns the page's IDs and the next cursor. */
function lister(app: TestApp, fullCast: FullCast, endpoint: Endpoint, plural: string) {
  const path = fill(endpoint, fullCast);
  return async (query: Record<string, string>) => {
    const asked = `GET ${path}?${new URLSearchParams(query)}`;
    const { status, body, text } = await call(app, asked, { as: fullCast.ada });
    assert.equal(status, 200, text);
    const ids = body[plural].map(({ id }: { id: string }) => id);
    return { ids: ids as string[], next: body.nextCursor as string | null };
  };
}
