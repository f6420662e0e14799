import assert from "node:assert/strict";
import { endpoints } from "../../server/api/endpoints.ts";
import { operations } from "../../server/operations.ts";
import { readSources } from "../support/source.ts";

/** What makes an operation, by the names that `server/domain/core/operation.ts` gives it. */
const makers =
  /^export const (\w+) = (?:operation|query|principalOperation|principalQuery|publicOperation)\(/gm;

Deno.test("every operation that the domain or the palette defines is listed", async () => {
  const missing: string[] = [];
  const listed = new Set<unknown>(operations);
  for (const { path, text } of await readSources([".ts"])) {
    if (!/^server\/(domain|palette)\//.test(path)) continue;
    const names = [...text.matchAll(makers)].map((match) => match[1]!);
    const module = names.length > 0 ? await import(`../../${path}`) : {};
    for (const name of names) {
      if (!listed.has(module[name])) missing.push(`${path}: ${name}`);
    }
  }
  assert.deepEqual(missing, []);
});

Deno.test("no two operations share a name", () => {
  const names = operations.map(({ name }) => name as string);
  assert.deepEqual(names.filter((name, n) => names.indexOf(name) !== n), []);
});

Deno.test("every endpoint's operation is listed", () => {
  const listed = new Set<unknown>(operations);
  const missing = endpoints
    .filter(({ operation, versionOnly }) =>
      !listed.has(operation) || versionOnly !== undefined && !listed.has(versionOnly)
    )
    .map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(missing, []);
});

Deno.test("no two endpoints share a method and a path", () => {
  const routes = endpoints.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
  assert.deepEqual(routes.filter((route, n) => routes.indexOf(route) !== n), []);
});
