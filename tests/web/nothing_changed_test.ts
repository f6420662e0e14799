import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/tasks/ENG-1";

Deno.test("choosing or saving the current value again says that nothing changed", () =>
  withApp({}, async (app, cast) => {
    await cast.task(cast.ada, { title: "Mend the gate", priority: "high" });
    const browser = await visit(app, cast.ada.email);
    const told = async (form: Record<string, string>) => {
      const { html } = await browser.part("POST", path, path, form);
      return [/<div class="toast".*?<span>([^<]*)</s.exec(html)?.[1], html.includes("data-undo")];
    };
    const version = "1";
    const rows: [Record<string, string>, string][] = [
      [{ priority: "high" }, "priority"],
      [{ assigneeId: "" }, "assignee"],
      [{ editing: "title", title: " Mend the gate ", version }, "title"],
      [{ editing: "description", description: "", version }, "description"],
    ];
    for (const [form, what] of rows) {
      const text = `No changes to the ${what} of ENG-1`;
      assert.deepEqual(await told(form), [text, false]);
    }
    assert.deepEqual(await told({ priority: "low" }), ["Priority of ENG-1 changed to Low", true]);
  }));
