import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a task can be moved before another one over REST, and a list by position has this order across pages", () =>
  withApp({}, async (app, { ada, task, world }) => {
    const ids: string[] = [];
    for (const title of ["A", "B", "C"]) {
      world.clock.advance({ seconds: 1 });
      ids.push((await task(ada, { title })).id);
    }
    const path = `/workspaces/${ada.member.workspace.id}/tasks`;
    const ask = (request: string, body?: object) => {
      const [method, rest = ""] = request.split(" ");
      return call(app, `${method} ${path}${rest}`, { as: ada, body });
    };
    const before = await ask(`GET /${ids[0]}`);
    const put = await ask("PATCH /ENG-1", { before: "ENG-3" });
    assert.equal(put.status, 200);
    assert.equal(
      put.headers.get("etag"),
      before.headers.get("etag"),
      "its record shows nothing of it",
    );
    const page = await ask("GET ?teamId=ENG&sort=position&limit=2");
    const titles = (body: { tasks: { title: string }[] }) => body.tasks.map(({ title }) => title);
    assert.deepEqual(titles(page.body), ["A", "C"]);
    const next = await ask(`GET ?teamId=ENG&sort=position&limit=2&cursor=${page.body.nextCursor}`);
    assert.deepEqual(titles(next.body), ["B"]);
    const other = await ask(`GET ?teamId=ENG&sort=-createdAt&cursor=${page.body.nextCursor}`);
    assert.deepEqual([other.status, other.body.errors[0].path], [422, ["cursor"]]);
    const wide = await ask("GET ?sort=position");
    assert.deepEqual([wide.status, wide.body.code], [422, "order_without_team"]);
    const many = await ask("PATCH ", { taskIds: [ids[0], ids[1]], patch: { after: "ENG-3" } });
    assert.deepEqual(titles(many.body), ["A", "B"]);
    assert.deepEqual(titles((await ask("GET ?teamId=ENG&sort=position")).body), ["C", "A", "B"]);
    const undone = await call(app, `POST ${path.replace("tasks", "activity")}/ENG-1/undo`, {
      as: ada,
    });
    assert.deepEqual(titles(undone.body), ["A"], "B stood below A already");
    assert.deepEqual(titles((await ask("GET ?teamId=ENG&sort=position")).body), ["A", "C", "B"]);
  }));
