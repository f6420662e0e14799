import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const LONG = "x".repeat(100_001);

/** The invalid fields of a page by name, each with the text of the error that describes it. */
function invalidFields(html: string): Record<string, string> {
  const fields = [
    ...html.matchAll(/<(?:input|textarea|select)\b([^>]*aria-invalid="true"[^>]*)>/g),
  ];
  return Object.fromEntries(fields.map(([, attributes]) => {
    const read = (name: string) => RegExp(` ${name}="([^"]+)"`).exec(attributes!)?.[1] ?? "";
    const [described] = read("aria-describedby").split(" ");
    const error = RegExp(`<p class="error" id="${described}"[^>]*>([^<]+)</p>`).exec(html);
    return [read("name"), error?.[1] ?? "no error"];
  }));
}

Deno.test("each rejected field says that it is invalid and which error describes it", () =>
  withApp({}, async (app, { ada, teams }) => {
    const visitor = await visit(app, ada.email);
    const most = (count: string) => `Use at most ${count} characters.`;
    const none = "Enter at least one character.";
    const forms: [path: string, form: Record<string, string>, invalid: Record<string, string>][] = [
      [
        "/workspace/settings/teams/ENG",
        { name: "", key: "ENG", description: LONG, expertiseArea: LONG, version: "1" },
        {
          name: none,
          description: most("2,000"),
          expertiseArea: most("200"),
          workflowId: "Enter an ID, key, or name.",
        },
      ],
      [
        "/workspace/settings/preferences",
        { theme: "system", density: "dense" },
        { density: "Use comfortable or compact." },
      ],
      [
        "/workspace/tasks",
        { title: "", description: LONG, teamId: teams.eng },
        { title: none, description: most("100,000") },
      ],
      [
        "/workspace/projects/new",
        { name: "", summary: LONG, description: LONG, key: "" },
        { name: none, summary: most("300"), description: most("100,000") },
      ],
      [
        "/workspace/settings/task-labels",
        { name: "", color: "red", description: "x".repeat(501) },
        { name: "Enter a value for name.", description: most("500") },
      ],
      [
        "/workspace/settings/task-templates/new",
        { name: "", title: LONG, description: LONG, status: "", teamId: "no" },
        { name: none, title: most("512"), description: most("100,000") },
      ],
    ];
    for (const [path, form, invalid] of forms) {
      const { status, html } = await visitor.post(path, form);
      assert.equal(status, 422, path);
      assert.deepEqual(invalidFields(html), invalid, path);
    }
  }));
