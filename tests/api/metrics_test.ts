import assert from "node:assert/strict";
import { createTestApp, withApp } from "../support/app.ts";

const token = "a-token-of-the-operators";
const bearing = (given: string) => ({ headers: { authorization: `Bearer ${given}` } });

Deno.test("without the operator's token, there are no metrics", async () => {
  await using app = await createTestApp();
  assert.equal((await app.app.request("/metrics", bearing(token))).status, 404);
});

Deno.test("only the operator's token, and no person's, can read metrics", () =>
  withApp({ metricsToken: token }, async ({ app }, { ada }) => {
    for (const given of [undefined, "", "wrong", `${token}x`, ada.tokens.accessToken]) {
      const { status, headers } = await app.request("/metrics", given ? bearing(given) : {});
      assert.equal(status, 401);
      assert.match(headers.get("www-authenticate") ?? "", /^Bearer\b/);
    }
    assert.equal((await app.request("/metrics", bearing(token))).status, 200);
  }));

Deno.test("metrics count responses by interface, method, and status, and contain no path or name", () =>
  withApp({ metricsToken: token }, async ({ app }, { ada, workspaceId }) => {
    await app.request(
      `/api/v1/workspaces/${workspaceId}/tasks/ENG-999`,
      bearing(ada.tokens.accessToken),
    );
    await app.request("/api/v1/me", bearing(ada.tokens.accessToken));
    await app.request("/api/v1/me", { ...bearing(ada.tokens.accessToken), method: "BREW" });
    await app.request("/nowhere/ada@example.com");
    const response = await app.request("/metrics", bearing(token));
    assert.match(response.headers.get("content-type")!, /^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    const value = (name: string) =>
      Number(text.split("\n").find((line) => line.startsWith(`${name} `))?.split(" ").at(-1));
    const requests = (labels: string) => value(`backlog_http_requests_total{${labels}}`);
    assert.equal(requests('interface="api",method="GET",status="200"'), 1, text);
    assert.equal(requests('interface="api",method="GET",status="404"'), 1, text);
    assert.equal(requests('interface="pages",method="GET",status="404"'), 1, text);
    assert.match(text, /interface="api",method="other",status="4\d\d"/);
    const bucket = (le: string) =>
      value(`backlog_http_request_duration_seconds_bucket{interface="api",le="${le}"}`);
    assert.equal(bucket("+Inf"), 3);
    assert.ok(bucket("0.005") <= bucket("0.05") && bucket("5") <= 3);
    assert.equal(value("backlog_database_up"), 1);
    assert.equal(value("backlog_database_writable"), 1);
    assert.equal(value("backlog_mail_waiting"), 0);
    assert.ok(value("process_resident_memory_bytes") > 1e6);
    assert.ok(value("process_cpu_seconds_total") > 0);
    assert.doesNotMatch(text, new RegExp(`ada|nowhere|ENG-999|${workspaceId}|${token}`));
    // Each line is a comment or a sample, as the format has it.
    const line = /^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"\\\n]*",?)+\})? \S+|)$/;
    assert.deepEqual(text.split("\n").filter((one) => !line.test(one)), []);
  }));

Deno.test("metrics report a database that responds but can't be written", () =>
  withApp({ metricsToken: token }, async ({ app }, { world }) => {
    const { now } = performance;
    const still = performance.now();
    performance.now = () => still;
    const { writable } = world.database;
    const full = Object.assign(new Error("full"), { code: "SQLITE_FULL" });
    const fail = () => assert.rejects(writable.over(Promise.reject(full)));
    try {
      await fail();
      // The next failure is too soon for another trial
      await writable.look();
      await fail();
      const text = await (await app.request("/metrics", bearing(token))).text();
      assert.match(text, /^backlog_database_up 1$/m);
      assert.match(text, /^backlog_database_writable 0$/m);
    } finally {
      performance.now = now;
    }
  }));
