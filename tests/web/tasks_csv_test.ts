import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit, type Visitor } from "../support/visitor.ts";

const path = "/workspace/tasks.csv";

async function titles(visitor: Visitor, query = ""): Promise<string[]> {
  const { status, html } = await visitor.get(path + query);
  assert.equal(status, 200, query);
  return [...html.matchAll(/^"[A-Z]+-\d+","([^\r\n]*?)","/gm)].map(([, title]) => title!);
}

Deno.test("a list's CSV contains its visible tasks, with its filters and order", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    const team = await call(app, `POST /workspaces/${workspaceId}/teams`, {
      as: ada,
      body: { name: "Board", key: "BRD", private: true },
    });
    const rows = [
      { title: "Oak", priority: "high", description: 'Said "no",\ntwice' },
      { title: "=SUM(1,2)", priority: "low" },
      { title: "Ash", priority: "high", status: "completed" },
      { title: "Secret", teamId: team.body.team.id },
    ];
    for (const row of rows) {
      await task(ada, row);
      app.world.clock.advance({ seconds: 1 });
    }
    const manager = await visit(app, ada.email);
    const { headers, html } = await manager.get(path);
    assert.equal(headers.get("content-type"), "text/csv; charset=utf-8");
    assert.match(headers.get("content-disposition") ?? "", /^attachment; filename="tasks.csv"/);
    assert.match(html, /^"reference","title","status",/);
    assert.match(html, /"Said ""no"",\ntwice"\r\n/);
    assert.deepEqual(await titles(manager), ["Secret", "Ash", "'=SUM(1,2)", "Oak"]);
    assert.deepEqual(await titles(manager, "?priority=high&sort=createdAt"), ["Oak", "Ash"]);
    assert.deepEqual(await titles(manager, "?q=oak"), ["Oak"]);
    assert.deepEqual(await titles(manager, "?teamId=gone"), []);
    assert.equal((await manager.get(`${path}?priority=loud`)).status, 422);
    const menu = await manager.get("/workspace/tasks/display?priority=high&group=none");
    assert.match(menu.html, /href="\/workspace\/tasks\.csv\?priority=high"[^>]* download/);

    const member = await visit(app, chidi.email);
    assert.deepEqual(await titles(member), ["Ash", "'=SUM(1,2)", "Oak"]);
  }));

Deno.test("a list's CSV continues beyond one page", () =>
  withApp({}, async (app, { ada, task }) => {
    for (let n = 0; n < 252; n++) await task(ada, { title: `Jar ${n}` });
    const found = await titles(await visit(app, ada.email));
    assert.equal(new Set(found).size, 252);
  }));
