import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { deleteComment } from "../../server/domain/comments/delete.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { type Seen, visit } from "../support/visitor.ts";

const path = "/workspace/tasks/ENG-1";
const typed = "\n  Typed for <an hour>\r\n\r\nat the gate & beyond\n";

/** Sends a form of a task's page as a page does with JavaScript off, and as htmx does. */
async function sent(app: TestApp, { ada }: Cast, to: string, form: Record<string, string>) {
  const visitor = await visit(app, ada.email);
  return {
    whole: await visitor.post(to, form),
    fragment: await visitor.part("POST", to, path, form),
  };
}

/** Holds that an answer says why, and shows a text in a field that can't be written in. */
function keeps({ html }: Seen, name: string, text: string, why: RegExp) {
  assert.equal(html.match(/<main /g)?.length, 1);
  const main = /<main id="main"[^]*<\/main>/.exec(html)![0];
  assert.match(main, /role="alert"/);
  assert.match(main, why);
  const [, id, label] = /<label for="([^"]+)">([^<]+)<\/label>/.exec(main) ?? [];
  assert.equal(label, name);
  const area = new RegExp(`<textarea[^>]*id="${id}"[^>]*readonly[^>]*>\n([^<]*)</textarea>`);
  const shown = area.exec(main)?.[1]?.replace(/&lt;/g, "<").replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
  assert.equal(shown, text);
}

function keepsBoth(
  { whole, fragment }: { whole: Seen; fragment: Seen },
  status: number,
  name: string,
  text: string,
  why: RegExp,
) {
  assert.deepEqual([whole.status, fragment.status], [status, status]);
  assert.match(whole.html, /^<!doctype html>[^]*<h1>Your text wasn&#39;t saved<\/h1>/);
  assert.match(fragment.html, /hx-target="#main"[^>]*><main id="main"/);
  assert.match(fragment.html, /hx-target="#bar"[^]*<h1>Your text wasn&#39;t saved<\/h1>/);
  for (const seen of [whole, fragment]) keeps(seen, name, text, why);
}

Deno.test("a comment on a task that was archived meanwhile is shown, so that it can be copied", () =>
  withApp({}, async (app, cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    await perform(app.world.services, cast.ada.member, archiveTask, { taskId });
    const answers = await sent(app, cast, `${path}/comments`, { body: typed });
    keepsBoth(answers, 409, "Comment", typed, /archived/);
  }));

Deno.test("a title and a description of a task that was archived meanwhile are shown, so that they can be copied", () =>
  withApp({}, async (app, cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    await perform(app.world.services, cast.ada.member, archiveTask, { taskId });
    const description = { editing: "description", description: typed, version: "1" };
    const why = /archived/;
    keepsBoth(await sent(app, cast, path, description), 409, "Description", typed, why);
    const title = { editing: "title", title: "Mend & oil", version: "1" };
    keepsBoth(await sent(app, cast, path, title), 409, "Title", "Mend & oil", why);
  }));

Deno.test("an edited comment that was deleted meanwhile is shown, so that it can be copied", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const { id: taskId } = await cast.task(ada);
    const { services } = app.world;
    const said = { taskId, body: "First thought" };
    const { id: commentId } = await perform(services, ada.member, createComment, said);
    await perform(services, ada.member, deleteComment, { taskId, commentId });
    const form = { body: typed, version: "1" };
    const answers = await sent(app, cast, `${path}/comments/${commentId}`, form);
    keepsBoth(answers, 404, "Comment", typed, /no comment/);
  }));

Deno.test("a comment on a task that its author can no longer see is shown, so that it can be copied", () =>
  withApp({}, async (app, cast) => {
    const answers = await sent(app, cast, `${path}/comments`, { body: typed });
    keepsBoth(answers, 404, "Comment", typed, /ENG-1/);
  }));

Deno.test("without typed text, the page shows only the error", () =>
  withApp({}, async (app, cast) => {
    const { id: taskId } = await cast.task(cast.ada);
    await perform(app.world.services, cast.ada.member, archiveTask, { taskId });
    const { whole, fragment } = await sent(app, cast, `${path}/comments`, { body: " " });
    for (const { html } of [whole, fragment]) {
      assert.match(html, /class="detail"/);
      assert.match(html, /data-kind="error" x-data="toast"/);
      const main = /<main id="main".*<\/main>/s.exec(html)![0];
      assert.doesNotMatch(main, /<textarea/);
    }
  }));
