import assert from "node:assert/strict";
import { TrieRouter } from "hono/router/trie-router";
import { createTestApp } from "../support/app.ts";
import { PathsRouter } from "../../server/http/paths_router.ts";

/** Paths that a router may take for one that is registered. */
function variants(path: string): string[] {
  const named = path.replace(/:\w+/g, "some%20one");
  const filled = named.replace(/\*$/, "below/it");
  const bare = named.replace(/\/\*$/, "");
  return [filled, bare, `${filled}/`, `${filled}/more`, `/${filled}`, filled.replace("some", "")]
    .concat(filled.replace(/^\/\w+/, "/elsewhere"), filled.toUpperCase())
    .filter((variant) => variant.startsWith("/"));
}

/** What a router finds, each with what its names stand for. */
function found(router: PathsRouter<string> | TrieRouter<string>, method: string, path: string) {
  const [handlers, segments] = router.match(method, path);
  return handlers.map(([handler, names]) => [
    handler,
    Object.fromEntries(
      Object.entries(names).map(([name, at]) => [name, segments ? segments[Number(at)] : at]),
    ),
  ]);
}

Deno.test("every path leads where Hono's own router leads it", async () => {
  await using app = await createTestApp();
  const [ours, honos] = [new PathsRouter<string>(), new TrieRouter<string>()];
  const { routes } = app.app;
  for (const [n, { method, path }] of routes.entries()) {
    for (const router of [ours, honos]) router.add(method, path, `${n} ${method} ${path}`);
  }
  assert.ok(routes.length > 150);
  const paths = new Set(["/", "//", ...routes.flatMap(({ path }) => variants(path))]);
  for (const path of paths) {
    for (const method of ["GET", "POST", "PATCH", "OPTIONS"]) {
      assert.deepEqual(found(ours, method, path), found(honos, method, path), `${method} ${path}`);
    }
  }
});

Deno.test("a word leads where it says, and where a name beside it leads", () => {
  const router = new PathsRouter<string>();
  router.add("GET", "/tasks/:taskId", "one");
  router.add("GET", "/tasks/new", "new");
  router.add("POST", "/tasks/:taskId", "change");
  assert.deepEqual(found(router, "GET", "/tasks/new"), [["one", { taskId: "new" }], ["new", {}]]);
  assert.deepEqual(found(router, "GET", "/tasks/"), []);
});

Deno.test("a path that the router can't tell apart isn't registered", () => {
  const router = new PathsRouter<string>();
  for (const path of ["/tasks/:taskId?", "/tasks/:taskId{\\d+}", "/a/*/b"]) {
    assert.throws(() => router.add("GET", path, path), TypeError, path);
  }
});
