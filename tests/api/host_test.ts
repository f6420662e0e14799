import assert from "node:assert/strict";
import { createTestApp } from "../support/app.ts";

/** Asks as the runtime hands a request on: the Host header stands in its URL as it came. */
function asked(host: string, path: string): Request {
  const request = new Request("http://localhost/", { headers: { host } });
  return new Proxy(request, {
    get: (target, name) =>
      name === "url" ? `http://${host}${path}` : Reflect.get(target, name, target),
  });
}

Deno.test("an invalid Host is refused, and never becomes part of the path", async () => {
  await using app = await createTestApp();
  const wrong = [
    "x:99999",
    "[::1",
    "x/health?",
    "x?",
    "x#",
    "x y",
    "a@b",
    "x:1:2",
    "x\\y",
    "x:a",
    "é",
  ];
  for (const host of wrong) {
    const response = await app.app.fetch(asked(host, "/openapi.json"));
    assert.equal(response.status, 400, host);
    assert.equal((await response.json()).code, "malformed_host", host);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  }
  for (const host of ["x", "x:80", "x:", "127.0.0.1:5173", "[::1]:5173", "a-b.example", "a_b"]) {
    assert.equal((await app.app.fetch(asked(host, "/openapi.json"))).status, 200, host);
  }
  assert.deepEqual([app.lines.length, app.mistakes], [wrong.length + 7, []]);
});

Deno.test("a request with an unreadable URL is refused", async () => {
  await using app = await createTestApp();
  const request = new Proxy(new Request("http://localhost/"), {
    get: (target, name) =>
      name === "url" ? "http://evil:99999/p" : Reflect.get(target, name, target),
  });
  assert.equal((await app.app.fetch(request)).status, 400);
});
