import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("names in any script in the sidebar keep the page at one byte per character", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { title: "Mend the gate" });
    const visitor = await visit(app, ada.email);
    await visitor.post("/onboarding", {
      name: "Üben",
      teamName: "Команда 🎈",
      teamKey: "KOM",
    });
    const { html } = await visitor.get("/workspace/tasks");
    assert.match(html, /<bdi>Üben<\/bdi>/);
    assert.match(html, /&#127880;/);
    assert.doesNotMatch(html, /[\u{100}-\u{10ffff}]/u);
  }));
