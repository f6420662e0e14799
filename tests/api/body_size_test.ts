import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { stranger, visit } from "../support/visitor.ts";

/** 100,000 characters as each script spells them: three bytes, four bytes for two, one. */
const longest = ["字".repeat(100_000), "😀".repeat(50_000), "a".repeat(100_000)];

function escaped(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

Deno.test("a description of 100,000 characters fits in any script, escaped or not", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const tasks = `POST /workspaces/${workspaceId}/tasks`;
    for (const description of longest) {
      const plain = { title: "Mend the gate", teamId: teams.eng, description };
      const body = `{"title":"Mend","teamId":"${teams.eng}","description":"${
        escaped(description)
      }"}`;
      for (const one of [plain, body]) {
        const { status, body: { task } } = await call(app, tasks, { as: ada, body: one });
        assert.equal(status, 201);
        assert.ok(task.description === description);
      }
    }
  }));

Deno.test("a form accepts a description of the same length as REST", () =>
  withApp({}, async (app, { ada, task }) => {
    const { reference } = await task(ada);
    const visitor = await visit(app, ada.email);
    for (const description of longest) {
      const { status: before, html } = await visitor.get(
        `/workspace/tasks/${reference}?edit=description`,
      );
      assert.equal(before, 200);
      const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
      const form = { editing: "description", version, description };
      const { status } = await visitor.post(`/workspace/tasks/${reference}`, form);
      assert.equal(status, 303);
    }
  }));

Deno.test("signed-out clients can send at most 8 KiB", () =>
  withApp({}, async (app) => {
    const email = "a".repeat(8 * 1024);
    const asked = await call(app, "POST /auth/request-otp", { body: { email } });
    assert.deepEqual([asked.status, asked.body.code], [413, "too_large"]);
    assert.match(asked.body.detail, /8 KiB/);
    const fitting = { body: { email: "a".repeat(8_000) } };
    assert.equal((await call(app, "POST /auth/request-otp", fitting)).status, 422);
    const visitor = stranger(app);
    for (const path of ["/auth/signin", "/auth/signup", "/auth/verify"]) {
      assert.equal((await visitor.post(path, { email })).status, 413, path);
    }
  }));

Deno.test("signed-in clients can send at most 1 MiB", () =>
  withApp({}, async (app, { ada, workspaceId }) => {
    const description = "a".repeat(1_048_576);
    const sent = { as: ada, body: { description } };
    const answer = await call(app, `POST /workspaces/${workspaceId}/tasks`, sent);
    assert.deepEqual([answer.status, answer.body.code], [413, "too_large"]);
    assert.match(answer.body.detail, /1024 KiB/);
    const visitor = await visit(app, ada.email);
    assert.equal((await visitor.post("/workspace/tasks", { description })).status, 413);
  }));
