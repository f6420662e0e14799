import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { withApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { attribute } from "../support/plain_page.ts";
import { planner } from "../support/projects.ts";
import { numberedNames } from "../support/example_tasks.ts";

const taskPage = "/workspace/tasks/ENG-1";
const list = "/workspace/tasks";

/** Requires a sentence in the task's history, in a folded run of entries if need be. */
async function requireActivity(page: PlainBrowser, sentence: string): Promise<void> {
  const activity = () => page.find("region", "Activity");
  for (const run of page.all("summary", /^/, activity())) {
    await page.press("summary", page.nameOf(run), activity());
  }
  assert.ok(page.text(activity()).includes(sentence), page.text(activity()));
}

const requireTitle = (page: PlainBrowser, title: string) =>
  assert.equal(page.text(page.find("heading", title)), title);
const comments = (page: PlainBrowser) => page.html.match(/<li class="comment"/g)?.length ?? 0;

/** Chooses in the menu of a property, which is a page of its own. */
async function chooseProperty(page: PlainBrowser, property: string, choice: string | RegExp) {
  await page.press("link", new RegExp(`^${property}\\b`), page.find("complementary", "Properties"));
  await page.press("option", choice);
}

Deno.test("without scripts, a task is archived and restored on its page", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of ["Mend the gate", "Paint the fence"]) await task(ada, { title });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(taskPage);
    await page.press("link", "More actions");
    await page.press("option", "Archive");
    assert.match(page.text(), /This task is archived\./);
    await requireActivity(page, "archived the task");
    assert.deepEqual(page.all("link", /^Status\b/), []);
    await page.press("link", "Back to list");
    page.find("link", "Paint the fence");
    assert.deepEqual(page.all("link", "Mend the gate"), []);
    await page.open(taskPage);
    await page.press("button", "Restore", page.find("main", /^/));
    await requireActivity(page, "restored the task");
    assert.doesNotMatch(page.text(), /This task is archived\./);
  }));

Deno.test("without scripts, a comment is posted, edited, and deleted", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(taskPage);
    page.fill("Comment", "The hinge is **gone**.");
    await page.press("button", "Comment");
    assert.match(page.html, /<strong>gone<\/strong>/);
    assert.equal(page.value("Comment"), "");
    await page.press("link", /^Edit .+'s comment$/);
    page.fill("Your comment", "The hinge is *bent*.");
    await page.press("button", "Save");
    assert.match(page.html, /<em>bent<\/em>/);
    await page.press("link", /^Edit .+'s comment$/);
    assert.deepEqual(page.all("button", "Delete comment"), [], "the button is folded at first");
    await page.press("summary", "Delete this comment");
    await page.press("button", "Delete comment");
    await requireActivity(page, "deleted a comment by");
    assert.equal(comments(page), 0);
  }));

Deno.test("without scripts, earlier comments can be shown, and one of them edited", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const { run } = planner(cast);
    await cast.task(ada);
    for (const body of numberedNames("Word", 105)) {
      await run(ada, createComment, { taskId: "ENG-1", body });
      app.world.clock.advance({ seconds: 1 });
    }
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(taskPage);
    assert.equal(comments(page), 100);
    assert.match(page.text(), /Word 6\b/);
    assert.doesNotMatch(page.text(), /Word 1\b/);
    await page.press("link", "Show earlier comments");
    assert.match(page.text(), /Word 1\b/);
    await page.open(attribute(page.all("link", /^Edit .+'s comment$/)[0], "href")!);
    page.fill("Your comment", "First word");
    await page.press("button", "Save");
    assert.match(page.text(), /First word/);
    assert.doesNotMatch(page.text(), /Word 1\b/);
    assert.equal(comments(page), 105);
  }));

Deno.test("without scripts, a comment is quoted", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(taskPage);
    page.fill("Comment", "It hangs");
    await page.press("button", "Comment");
    await page.press("link", /^Quote /);
    assert.equal(page.value("Comment"), "> It hangs\n\n");
  }));

Deno.test("without scripts, a checkbox of a description is checked", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { description: "- [ ] oil the hinges\n- [x] paint\n- [ ] hang" });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(taskPage);
    const isChecked = (name: string) => attribute(page.find("checkbox", name), "aria-checked");
    assert.equal(isChecked("oil the hinges"), "false");
    await page.press("checkbox", "oil the hinges");
    assert.deepEqual(["oil the hinges", "paint", "hang"].map(isChecked), ["true", "true", "false"]);
  }));

Deno.test("without scripts, Undo in a message reverts a property change", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(taskPage);
    await chooseProperty(page, "Priority", "Urgent");
    page.find("link", /^Priority Urgent/);
    await page.press("button", "Undo", page.byId("toasts"));
    assert.match(page.text(page.byId("toasts")), /Undone: changes to ENG-1/);
    page.find("link", /^Priority No priority/);
  }));

Deno.test("without scripts, a task is moved to a project, a milestone, and another team", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const plan = planner(cast);
    const { id } = await plan.project(ada, { name: "Gatehouse", key: "GAT" });
    await plan.milestone(ada, id, "Foundations");
    await cast.task(ada, { title: "Paint the fence" });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(`${list}?teamId=ENG`);
    await page.press("link", "Paint the fence");
    await chooseProperty(page, "Project", /^Gatehouse/);
    await requireActivity(page, "moved the task to the project");
    await chooseProperty(page, "Milestone", /^Foundations/);
    await requireActivity(page, "moved the task to the milestone");
    const before = page.address;
    await chooseProperty(page, "Team", /^People/);
    assert.match(page.address, /^\/workspace\/tasks\/PPL-\d$/);
    await requireActivity(page, "moved the task from team");
    page.find("link", /^Milestone Foundations/, page.find("complementary", "Properties"));
    assert.match(page.text(page.find("banner", /^/)), /\bPPL-1\b/);
    await page.open(before);
    requireTitle(page, "Paint the fence");
  }));

Deno.test("without scripts, a task gets sub-tasks, relations, and links", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of ["Mend the gate", "Paint the fence"]) await task(ada, { title });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(taskPage);
    await page.press("link", "Sub-task");
    page.fill("New sub-task", "Oil the hinges");
    await page.press("button", "Add sub-task");
    page.find("link", "Oil the hinges", page.find("region", "Sub-tasks"));
    await page.press("link", "Done");
    assert.equal(page.address, taskPage);
    await page.press("link", "Relation");
    await page.press("option", "Related to…");
    page.fill("Find: ENG-1: related to", "fence");
    await page.press("button", "Find");
    assert.equal(page.all("option").length, 1);
    await page.press("option", /Paint the fence/);
    page.find("link", /Paint the fence/, page.find("region", "Relations"));
    await page.press("link", "Link");
    page.fill("Link", "https://example.com");
    await page.press("button", "Add link");
    page.find("link", "example.com", page.find("region", "Links"));
  }));

Deno.test("without scripts, a task opened from a list has no link to the next task", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of ["Ash", "Birch"]) await task(ada, { title });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(list);
    await page.press("link", "Ash");
    requireTitle(page, "Ash");
    assert.deepEqual(page.all("navigation", "Tasks in this list"), []);
    assert.deepEqual(page.deadLinks(), []);
  }));

Deno.test("without scripts, a task's actions don't include the panel", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada);
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(`${taskPage}/actions`);
    page.find("option", "Archive");
    assert.doesNotMatch(page.text(), /\bPeek\b/);
  }));

Deno.test("without scripts, a conflict shows both titles, and either can be kept", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const { id } = await cast.task(ada, { title: "Mend the gate" });
    const page = await PlainBrowser.of(app, ada.email);
    const plan = planner(cast);
    for (const keepsMine of [false, true]) {
      const [theirs, mine] = ["Chidi", "Ada"].map((who) => `What ${who} wrote, ${keepsMine}`);
      await page.open(taskPage);
      await page.press("link", "Edit the title");
      await plan.patchTask(chidi, id, { title: theirs });
      page.fill("Title", mine!);
      page.expected = 412;
      await page.press("button", "Save");
      page.expected = 200;
      const now = page.find("region", "Current version");
      assert.ok(page.text(now).includes(theirs!), page.text(now));
      assert.equal(page.value("Title"), mine);
      assert.match(page.text(), /Chidi Eze/);
      if (keepsMine) await page.press("button", "Save my version");
      else await page.press("link", "Use newer version");
      const kept = keepsMine ? mine! : theirs!;
      requireTitle(page, kept);
      const { json } = await plan.run(ada, findTask, { taskId: id });
      assert.equal(parseJson(json).title, kept);
    }
  }));
