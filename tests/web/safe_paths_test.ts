import assert from "node:assert/strict";
import { Hono } from "hono";
import { guardHeaders, makeSendable } from "../../server/http/headers.ts";
import type { Env } from "../../server/http/env.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const controls = ["\0", "\x01", "\b", "\t", "\n", "\x0b", "\r", "\x1b", "\x1f", "\x7f", "\x85"];

Deno.test("signing in redirects only to a path of this server", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const onward = async (next: string) => {
      const path = `/auth/signin?${new URLSearchParams({ next })}`;
      const { status, headers } = await visitor.get(path);
      assert.equal(status, 303, next);
      return headers.get("location");
    };
    const home = "/workspace";
    const elsewhere = [
      "https://evil.example/workspace",
      "//evil.example/workspace",
      "/\\evil.example/workspace",
      "/workspace/..//evil.example",
      "/workspace/%2e%2e//evil.example",
      "/workspace\\..\\evil",
      "/workspaces",
      "/onboardings",
      "/auth/signout",
      "workspace",
      "javascript:alert(1)",
    ];
    for (const next of elsewhere) assert.equal(await onward(next), home, next);
    for (const control of controls) assert.equal(await onward(`/workspace/${control}`), home);
    const ours = {
      "/workspace/tasks?q=a+b&group=none#main": "/workspace/tasks?q=a+b&group=none#main",
      "/workspace/tasks?q=日本 \ud800": "/workspace/tasks?q=%E6%97%A5%E6%9C%AC%20%EF%BF%BD",
      "/workspace/tasks/../tasks/ENG-1": "/workspace/tasks/ENG-1",
      "/onboarding?new=1": "/onboarding?new=1",
    };
    for (const [next, path] of Object.entries(ours)) assert.equal(await onward(next), path);
  }));

Deno.test("the composer returns only to a path of this server, even if its form contains another URL", () =>
  withApp({}, async (app, { ada, teams }) => {
    const visitor = await visit(app, ada.email);
    for (const control of controls) {
      const form = { title: "Mend the gate", teamId: teams.eng, back: `/workspace/${control}` };
      const { status, headers } = await visitor.post("/workspace/tasks", form);
      assert.deepEqual([status, headers.get("location")], [303, "/workspace/tasks"]);
    }
  }));

Deno.test("invalid characters in a header are encoded, however a route sets the header", async () => {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    guardHeaders(c);
    await next();
    makeSendable(c.res.headers);
  });
  const text = "/a\0\x01\n日\ud800é\tb";
  const spelled = "/a%00%01%0A%E6%97%A5%EF%BF%BDé\tb";
  app.get("/set", (c) => {
    c.header("hx-location", text);
    return c.body(null);
  });
  app.get("/redirect", (c) => c.redirect("/a\x01b", 303));
  app.get("/made", (c) => c.body(null, 200, { location: "/a\x01b", "set-cookie": "a=\x7f" }));
  assert.equal((await app.request("/set")).headers.get("hx-location"), spelled);
  assert.equal((await app.request("/redirect")).headers.get("location"), "/a%01b");
  const { headers } = await app.request("/made");
  assert.deepEqual([headers.get("location"), headers.get("set-cookie")], ["/a%01b", null]);
});
