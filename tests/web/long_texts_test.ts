import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { postProjectUpdate as postUpdate } from "../../server/domain/project_updates/post.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { visit, type Visitor } from "../support/visitor.ts";

const path = "/workspace/tasks/ENG-1";
const LARGEST = 1_000_000;

/** Short texts of which each becomes much HTML. */
const pieces = [
  "- [ ] a\n",
  "ENG-1 ENG-1 ",
  "# a\n",
  '"',
  "@ada ",
  "a.example ",
  "[](a)",
  "> - 1. a\n",
  "漢",
];

/** Repeats a piece up to a length. */
const longest = (piece: string, most: number) => piece.repeat(Math.floor(most / piece.length));

async function comment({ world, ada }: Pick<Cast, "world" | "ada">, taskId: string, body: string) {
  world.clock.advance({ seconds: 1 });
  return await perform(world.services, ada.member, createComment, { taskId, body });
}

const wayTo = (html: string, words: string) =>
  new RegExp(`<a[^>]*href="([^"]+)"[^>]*>${words}</a>`).exec(html)?.[1]?.replaceAll("&amp;", "&");
const allOf = (html: string, of: string) =>
  new RegExp(`href="([^"]*[?&;]whole=${of}[^"]*)"`).exec(html)?.[1]?.replaceAll("&amp;", "&");

/** Opens a page, which is small enough. */
async function open(visitor: Visitor, address: string): Promise<string> {
  const { status, html } = await visitor.get(address);
  assert.equal(status, 200, address);
  const size = Buffer.byteLength(html);
  assert.ok(size < LARGEST, `${address} has ${size} bytes`);
  return html;
}

for (const piece of pieces) {
  Deno.test(`a page of long comments has room for all of their HTML: ${JSON.stringify(piece)}`, () =>
    withApp({}, async (app, cast) => {
      const description = longest(piece, 100_000);
      const { id } = await cast.task(cast.ada, { description });
      const lengths = Array.from({ length: 60 }, (_none, n) => n % 2 === 0 ? 20_000 : 5_000);
      const posted = await Promise.all(
        lengths.map((length) => comment(cast, id, longest(piece, length))),
      );
      const made = posted.map((one) => one.id);
      const visitor = await visit(app, cast.ada.email);
      await open(visitor, `${path}?comments=300&history=400`);
      await open(visitor, `${path}?whole=${id}`);
      const met: string[] = [];
      let address: string | undefined = path;
      while (address !== undefined) {
        const html = await open(visitor, address);
        met.unshift(
          ...[...html.matchAll(/<li class="comment" id="([^"]+)"/g)].map((one) => one[1]!),
        );
        address = wayTo(html, "Show earlier comments");
      }
      assert.deepEqual(met, made);
      const all = await open(visitor, `${path}?whole=${made.at(-1)}`);
      assert.equal(allOf(all, made.at(-1)!), undefined);
    }));
}

/** A checklist whose boxes are too many for a page, and the end of its last line. */
const checklist = (count: number, word = "step") =>
  Array.from({ length: count }, (_, n) => `- [ ] ${word} ${n}.`).join("\n");

async function task(app: TestApp, { ada }: Cast, taskId: string) {
  return parseJson((await perform(app.world.services, ada.member, findTask, { taskId })).json);
}

Deno.test("a long text shows its start and a link to all of it, where its last checkbox works", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada, { description: checklist(1_500) });
    const { id: commentId } = await comment(
      { ...cast, world: app.world },
      id,
      checklist(500, "stone"),
    );
    const visitor = await visit(app, cast.ada.email);
    const folded = await open(visitor, path);
    assert.doesNotMatch(folded, /step 1499\.|stone 499\./);
    for (
      const [of, last, action] of [
        [id, 400, path],
        [commentId, 400, `${path}/comments/${commentId}`],
      ] as const
    ) {
      const all = allOf(folded, of)!;
      const [address, hash] = all.split("#") as [string, string?];
      assert.equal(hash, of === id ? undefined : commentId);
      const html = await open(visitor, address);
      assert.match(html, of === id ? /step 1499\./ : /stone 499\./);
      const form = of === id ? "tick-description" : `tick-${commentId}`;
      const box = new RegExp(`form="${form}" id="${form}-${last}"[^>]*value="([^"]+)"`).exec(html)!;
      const seen = await visitor.part("POST", action, address, { box: box[1]! });
      assert.equal(seen.status, 200);
      assert.match(seen.html, of === id ? /step 1499\./ : /stone 499\./);
    }
    const { description, comments } = await task(app, cast, id);
    assert.match(description!, /- \[x\] step 400\./);
    assert.match(comments[0]!.body, /- \[x\] stone 400\./);
  }));

Deno.test("a short text with too many marks for a page shows the last marks as text", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada, { title: "t".repeat(500) });
    const { id: commentId } = await comment(
      { ...cast, world: app.world },
      id,
      `${"ENG-1 ".repeat(300)}\n\n- [ ] a box`,
    );
    const visitor = await visit(app, cast.ada.email);
    const html = await open(visitor, path);
    assert.ok(html.match(/class="task-link"/g)!.length < 100);
    assert.match(html, /ENG-1 ENG-1/);
    assert.match(html, /\[ \] a box/);
    const whole = await open(visitor, allOf(html, commentId)!);
    assert.equal(whole.match(/class="task-link"/g)!.length, 300);
    assert.match(whole, /aria-label="a box"/);
  }));

Deno.test("if a page has no room for comments, the linked comment is still shown in full", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const bodies = Array.from({ length: 40 }, (_none, n) => `${n}${longest('"', 4_900)}`);
    bodies[10] = "All of it";
    const made = await Promise.all(bodies.map((body) => comment(cast, id, body)));
    const visitor = await visit(app, cast.ada.email);
    assert.match(await open(visitor, `${path}?whole=${made[10]!.id}`), /All of it/);
  }));

Deno.test("a project's page shows the start of its long texts, with links to each full text", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const plan = planner(cast);
    const project = await plan.project(ada, { description: checklist(1_500) });
    const ids: string[] = [];
    for (let n = 0; n < 30; n++) {
      app.world.clock.advance({ seconds: 1 });
      const body = longest("- [ ] a\n", 19_000) + `end ${n}.`;
      const input = { projectId: project.id, health: "onTrack", body };
      ids.push((await perform(app.world.services, ada.member, postUpdate, input)).id);
    }
    const visitor = await visit(app, ada.email);
    const html = await open(visitor, `/workspace/projects/${project.id}`);
    assert.match(await open(visitor, allOf(html, project.id)!), /step 1499\./);
    const shown = ids.filter((id) => html.includes(`id="${id}"`));
    assert.ok(shown.length > 5);
    for (const id of shown) {
      assert.match(await open(visitor, allOf(html, id)!), new RegExp(`end ${ids.indexOf(id)}\\.`));
    }
  }));

Deno.test("a task's page shows less activity if titles are long, and further pages show the rest", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const titles = Array.from({ length: 250 }, (_none, n) => `${'"'.repeat(500)} ${n}.`);
    await Promise.all(titles.map((title) => {
      app.world.clock.advance({ seconds: 1 });
      const change = { taskId: id, patch: { title } };
      return perform(app.world.services, cast.ada.member, updateTask, change);
    }));
    const visitor = await visit(app, cast.ada.email);
    await open(visitor, `${path}?history=400`);
    const met = new Set<string>();
    let address: string | undefined = path;
    while (address !== undefined) {
      const html = await open(visitor, address);
      const timeline = /<ol class="timeline">.*/s.exec(html)![0];
      for (const [, n] of timeline.matchAll(/ (\d+)\.\W/g)) met.add(n!);
      address = wayTo(html, "Show earlier activity");
    }
    assert.equal(met.size, 250);
  }));
