import assert from "node:assert/strict";
import { readMarkdown } from "../../server/domain/text/markdown.ts";
import { previewPath } from "../../views/paths.ts";
import { withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

Deno.test("a reference in a text links to its task for people who can see it, and shows its current reference", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, teams } = cast;
    const plan = planner(cast);
    const { reference } = await cast.task(ada, { title: 'A "quoted" gate' });
    const hidden = await cast.task(ada, { title: "Salaries", teamId: teams.ppl });
    const moved = await cast.task(ada, { title: "Moved", teamId: teams.ppl });
    const patched = await plan.patchTask(ada, moved.id, { teamId: teams.eng });
    const now = patched.reference;
    const description = `${reference}, x${reference}, ${hidden.reference}, \`${reference}\` ` +
      `[${reference}](https://example.com) ${moved.reference} UTF-8 /${reference} ` +
      `(#${reference}) x#${reference} /#${reference}`;
    const { id } = await cast.task(chidi, { title: "Named", description });
    const shownTo = async (email: string) => {
      const { html } = await (await visit(app, email)).get(`/workspace/tasks/${id}`);
      return [...html.matchAll(/<a class="task-link" href="([^"]+)" title="([^"]+)">([^<]+)</g)]
        .map(([, href, title, text]) => [href, title, text]);
    };
    const first = [`/workspace/tasks/${reference}`, "A &quot;quoted&quot; gate", reference];
    const last = [`/workspace/tasks/${now}`, "Moved", moved.reference];
    assert.deepEqual(await shownTo(chidi.email), [first, last, first]);
    const private_ = [`/workspace/tasks/${hidden.reference}`, "Salaries", hidden.reference];
    assert.deepEqual(await shownTo(ada.email), [first, private_, last, first]);
  }));

Deno.test("a text that is too long to save has no preview, and only a limited number of references is read", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const preview = (text: string) => visitor.post(previewPath, { text });
    assert.equal((await preview("AB-1 ".repeat(20_000))).status, 200);
    assert.equal((await preview("AB-1 ".repeat(20_001))).status, 422);
    assert.equal((await preview(" ")).status, 200);
    assert.ok(readMarkdown("AB-1 ".repeat(100_000)).references.length > 0);
    const many = Array.from({ length: 150 }, (_, n) => `AB-${n + 1}`).join(" ");
    assert.equal(readMarkdown(many).references.length, 100);
  }));
