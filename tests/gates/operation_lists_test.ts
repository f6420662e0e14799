import { endpoints } from "../../server/api/endpoints.ts";
import { operations } from "../../server/operations.ts";
import { table } from "../../server/web/app.ts";
import { assertNone } from "../support/missing.ts";
import { readSources } from "../support/source.ts";

/** Functions that create an operation, named as in `server/domain/core/operation.ts`. */
const makers =
  /^export const (\w+) = (?:operation|query|principalOperation|principalQuery|publicOperation)\(/gm;

Deno.test("every operation of the domain and the palette is listed", async () => {
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
  assertNone(
    missing,
    (operation) =>
      `The operation ${operation} isn't listed. Add it to the operations.ts of its folder, and ` +
      "that list to server/operations.ts.",
  );
});

/** Returns the exports of a folder's modules, and the members of exported lists, with their location. */
async function exportsOf(folder: string): Promise<[where: string, value: unknown][]> {
  const sources = (await readSources([".ts", ".tsx"])).filter(({ path }) =>
    path.startsWith(folder)
  );
  const found = await Promise.all(sources.map(async ({ path }) => {
    const module: Record<string, unknown> = await import(`../../${path}`);
    return Object.entries(module).flatMap(([name, value]) =>
      [value].flat().map((one): [string, unknown] => [`${path}: ${name}`, one])
    );
  }));
  return found.flat();
}

/** Returns the locations where something is created that a list lacks. */
async function unlisted(
  folder: string,
  listed: Iterable<unknown>,
  members: readonly string[],
): Promise<string[]> {
  const known = new Set(listed);
  const missing = (await exportsOf(folder)).filter(([, one]) =>
    members.every((member) => Object.hasOwn(Object(one), member)) && !known.has(one)
  );
  return [...new Set(missing.map(([where]) => where))];
}

Deno.test("every page is listed in server/web/pages.ts, and every action in actions.ts", async () => {
  const pages = await unlisted("server/web/", table.pages, ["path", "who", "draw"]);
  assertNone(pages, (page) => `The page ${page} isn't listed. Add it to server/web/pages.ts.`);
  const actions = await unlisted("server/web/", table.actions, ["path", "form", "home", "run"]);
  assertNone(
    actions,
    (action) => `The action ${action} isn't listed. Add it to server/web/actions.ts.`,
  );
});

Deno.test("every endpoint is listed in server/api/endpoints.ts", async () => {
  const missing = await unlisted("server/api/", endpoints, ["path", "method", "operation"]);
  assertNone(
    missing,
    (endpoint) => `The endpoint ${endpoint} isn't listed. Add it to server/api/endpoints.ts.`,
  );
});

Deno.test("operation names are unique", () => {
  const names = operations.map(({ name }) => name as string);
  assertNone(
    names.filter((name, n) => names.indexOf(name) !== n),
    (name) => `Two operations in server/domain or server/palette have the name "${name}".`,
  );
});

Deno.test("every endpoint's operation is listed", () => {
  const listed = new Set<unknown>(operations);
  const missing = endpoints
    .filter(({ operation, versionOnly }) =>
      !listed.has(operation) || versionOnly !== undefined && !listed.has(versionOnly)
    )
    .map(({ method, path }) => `${method} ${path}`);
  assertNone(
    missing,
    (endpoint) =>
      `The operation of ${endpoint} isn't listed. Add it to the operations.ts of its folder, and ` +
      "that list to server/operations.ts.",
  );
});

Deno.test("each endpoint has a unique method and path", () => {
  const routes = endpoints.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
  assertNone(
    routes.filter((route, n) => routes.indexOf(route) !== n),
    (route) => `Two endpoints in server/api are ${route}.`,
  );
});
