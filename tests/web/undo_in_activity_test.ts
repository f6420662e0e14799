import assert from "node:assert/strict";
import { type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

const page = "/workspace/tasks/ENG-1";
const wordsIn = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();

/** The lines of a history, each as `words [its button]`. */
function linesIn(html: string) {
  return html.split(/<li class="event(?:-run)?"/).slice(1).map((line) => {
    const [words, rest = ""] = `<li${line}`.split("<time", 2);
    const button = /<button[^>]*>([^<]+)</.exec(rest)?.[1]?.trim();
    return wordsIn(words!).replace(/^Chidi Eze /, "") + (button ? ` [${button}]` : "");
  });
}

/** What a task's page tells of its history, and its ways back. */
async function timelineOf(app: TestApp, { email }: Person) {
  const browser = await visit(app, email);
  const read = async () => {
    const { html } = await browser.get(page);
    return html.slice(html.indexOf('<ol class="timeline">'), html.indexOf('id="new-comment"'));
  };
  return {
    /** The lines, each as `words [its button]`; what a run opens to is left out. */
    async told() {
      return linesIn((await read()).replaceAll(/<\/summary>.*?<\/details>/gs, "</summary>"))
        .slice(1);
    },
    /** The lines of what runs open to. */
    async within() {
      return [...(await read()).matchAll(/<\/summary>(.*?)<\/details>/gs)]
        .flatMap(([, opened]) => linesIn(opened!));
    },
    /** Presses the last way back that stands by itself, or of one entry alone. @returns what the news says */
    async press(which: "in-run-act_" | "" = "") {
      app.world.clock.advance({ seconds: 5 });
      const html = await read();
      const forms = which ? html : html.replaceAll(/<details.*?<\/details>/gs, "");
      const form = forms.split(`<form class="event-undo" id="undo-${which}`).at(-1)!.split(
        "</form>",
      )[0]!;
      const action = / action="([^"]+)"/.exec(form)![1]!;
      const backTo = /name="backTo" value="([^"]+)"/.exec(form)?.[1];
      const asked = { act: "undo", alone: "yes", ...(backTo && { backTo }) };
      const news = (await browser.part("POST", action, page, asked)).html;
      return /(?:Undone|Redone): [^<]*/.exec(news)?.[0];
    },
    async post(path: string, form: Record<string, string>) {
      app.world.clock.advance({ seconds: 5 });
      await browser.post(`${page}${path}`, form);
    },
    linkId: async () => /[?&;]link=(\w+)/.exec((await browser.get(page)).html)![1]!,
  };
}

/** A task of Chidi's whose making is over. */
async function begun(app: TestApp, cast: Cast) {
  const { id } = await cast.task(cast.chidi);
  app.world.clock.advance({ minutes: 4 });
  return id;
}

Deno.test("a run of changes shows each undo and redo in order, and counts nothing twice", () =>
  withApp({}, async (app, cast) => {
    const { chidi } = cast;
    const id = await begun(app, cast);
    const timeline = await timelineOf(app, chidi);
    const patches = [{ priority: "high" }, { tags: ["Bug", "Feature"] }, { status: "progressed" }];
    for (const patch of patches) {
      app.world.clock.advance({ seconds: 5 });
      await planner(cast).patchTask(chidi, id, patch);
    }
    const sum = "changed the priority and the status, and added 2 labels";
    assert.deepEqual(await timeline.told(), [`${sum} [Undo]`]);
    assert.equal(await timeline.press(), "Undone: changes to ENG-1");
    assert.deepEqual(await timeline.told(), [`${sum} (undone) [Redo]`]);
    assert.equal(await timeline.press(), "Redone: changes to ENG-1");
    assert.deepEqual(await timeline.told(), [`${sum} [Undo]`]);
    assert.equal(await timeline.press(), "Undone: changes to ENG-1");
    assert.deepEqual(await timeline.told(), [`${sum} (undone) [Redo]`]);
    const within = await timeline.within();
    assert.equal(within.length, 12);
    assert.equal(within.filter((line) => line.includes("with Undo")).length, 6);
    assert.equal(within.filter((line) => line.includes("with Redo (undone)")).length, 3);
  }));

Deno.test("an undone change in a run is marked separately, and the run counts only the others", () =>
  withApp({}, async (app, cast) => {
    const { chidi } = cast;
    const id = await begun(app, cast);
    const timeline = await timelineOf(app, chidi);
    await timeline.post("/links", { url: "https://example.com/plan" });
    await timeline.post(`/links/${await timeline.linkId()}`, { act: "remove" });
    assert.equal(await timeline.press(), "Undone: changes to ENG-1");
    const links = [
      "added the link example.com [Undo]",
      "removed the link example.com (undone) [Redo]",
    ];
    assert.deepEqual(await timeline.told(), links);
    assert.deepEqual(await timeline.within(), [
      "removed the link example.com (undone)",
      "added the link example.com with Undo [Redo]",
    ]);
    app.world.clock.advance({ hours: 2 });
    for (const patch of [{ priority: "high" }, { tags: ["Bug"] }, { title: "A" }]) {
      app.world.clock.advance({ seconds: 5 });
      await planner(cast).patchTask(chidi, id, patch);
    }
    assert.equal(await timeline.press("in-run-act_"), "Undone: changes to ENG-1");
    const rest = [
      "changed the priority and added a label [Undo]",
    ];
    assert.deepEqual(await timeline.told(), [...links, ...rest]);
    assert.deepEqual((await timeline.within()).slice(-2), [
      "renamed the task from Mend the gate to A via the API (undone)",
      "renamed the task from A to Mend the gate with Undo [Redo]",
    ]);
  }));

Deno.test("a space separates an entry from its undo label, also for screen readers", () =>
  withApp({}, async (app, cast) => {
    const { chidi } = cast;
    await begun(app, cast);
    const timeline = await timelineOf(app, chidi);
    await timeline.post("", { priority: "high" });
    await timeline.press();
    const { html } = await (await visit(app, chidi.email)).get(page);
    const lines = html.replace(/<[^>]+>/g, "");
    assert.match(lines, /to High \(undone\) /);
    assert.match(lines, /to No priority with Undo /);
  }));
