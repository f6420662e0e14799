import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { stranger, visit } from "../support/visitor.ts";

Deno.test("a page's path with a trailing slash redirects to the path without it", () =>
  withApp({}, async (app, { chidi }) => {
    const [member, anyone] = [await visit(app, chidi.email), stranger(app)];
    const addresses = [
      [member, "/workspace/", "/workspace"],
      [member, "/workspace/tasks/", "/workspace/tasks"],
      [
        member,
        "/workspace/tasks//?q=a%20b&status=planned",
        "/workspace/tasks?q=a%20b&status=planned",
      ],
      [member, "/workspace/projects/FARES/", "/workspace/projects/FARES"],
      [anyone, "/auth/signin/?next=%2F", "/auth/signin?next=%2F"],
      [anyone, "/a/", "/a"],
    ] as const;
    for (const [visitor, path, to] of addresses) {
      const { status, headers } = await visitor.get(path);
      assert.deepEqual([status, headers.get("location")], [308, to], path);
    }
    const head = await app.app.request("/auth/signin/", { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("location")], [308, "/auth/signin"]);
    assert.equal((await anyone.get("/")).status, 200);
  }));

Deno.test("a trailing slash never redirects to another site, or for forms and programs", () =>
  withApp({}, async (app, { chidi }) => {
    const anyone = stranger(app);
    for (const path of ["//evil.example/", "/\\evil.example/", "///evil.example//", "//"]) {
      const { status, headers } = await anyone.get(`http://localhost${path}`);
      assert.deepEqual([status, headers.get("location")], [404, null], path);
    }
    const member = await visit(app, chidi.email);
    assert.equal((await member.post("/workspace/tasks/", { title: "Ash" })).status, 404);
    for (const path of ["/api/v1/me/", "/health/", "/openapi.json/"]) {
      const answer = await app.app.request(path, { headers: { accept: "text/html" } });
      assert.equal(answer.status, 404, path);
      assert.equal((await answer.json()).hint, "Remove the trailing slash.", path);
    }
  }));

Deno.test("under a base path, a trailing slash redirects within the path", () =>
  withApp({ origin: "http://localhost/backlog" }, async ({ app }) => {
    const at = async (path: string) => {
      const { status, headers } = await app.request(path, { headers: { accept: "text/html" } });
      return [status, headers.get("location")];
    };
    assert.deepEqual(await at("/backlog/auth/signin/?a=1"), [308, "/backlog/auth/signin?a=1"]);
    assert.deepEqual(await at("/backlog/"), [200, null]);
    assert.deepEqual(await at("/backlog//evil.example/"), [404, null]);
  }));
