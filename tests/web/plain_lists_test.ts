import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { titles } from "../support/listed.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { attribute } from "../support/plain_page.ts";
import { planner } from "../support/projects.ts";
import { numberedNames } from "../support/example_tasks.ts";

const list = "/workspace/tasks";
const openGroups = ({ html }: PlainBrowser) =>
  html.slice(html.indexOf("<main")).match(/<details\b[^>]*\bopen\b/g)?.length ?? 0;
const search = ({ address }: PlainBrowser) => decodeURIComponent(/\?.*/.exec(address)?.[0] ?? "");

Deno.test("without scripts, groups collapse, rows can be compact, and the list shows its task count", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { title: "Mend the gate" });
    await task(ada, { title: "Oil the hinge", status: "planned" });
    await task(ada, { title: "Paint the fence", status: "completed" });
    const page = await PlainBrowser.of(app, ada.email);
    const count = () => page.text(page.byId("list-count"));
    const choose = async (choice: string) => {
      await page.press("link", "Display");
      await page.press("option", choice, page.find("group", "Completed and cancelled"));
    };
    await page.open(list);
    assert.equal(count(), "3 tasks");
    await page.press("button", "Collapse all groups");
    assert.equal(openGroups(page), 0);
    await page.press("button", "Expand all groups");
    assert.equal(openGroups(page), 3);
    await choose("Last 7 days");
    assert.deepEqual([count(), search(page)], ["3 tasks", "?closedSince=-7d"]);
    await choose("None");
    assert.deepEqual([count(), search(page)], ["2 tasks", "?notStatus=completed,cancelled"]);
    await page.press("link", "Display");
    await page.press("option", "Compact");
    await page.open(list);
    assert.match(page.html, /<main id="main"[^>]* data-density="compact"/);
    for (const [query, shown] of [["group=none", 3], ["group=label", 3], ["q=gate", 1]] as const) {
      await page.open(`${list}?${query}`);
      assert.equal(count(), shown === 1 ? "1 task" : `${shown} tasks`, query);
    }
    page.find("link", "Mend the gate");
  }));

Deno.test("without scripts, a list keeps its layout until Reset", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { title: "Ash" });
    const page = await PlainBrowser.of(app, ada.email);
    const isBoard = () => page.byId("board") !== undefined;
    await page.open(list);
    assert.equal(isBoard(), false);
    await page.press("button", "Show as a board");
    assert.deepEqual([isBoard(), search(page)], [true, "?layout=board"]);
    await page.open(list);
    assert.equal(isBoard(), true);
    await page.press("link", "Display");
    await page.press("option", "Reset");
    assert.match(page.html, /<main id="main" class="list"/);
    await page.open(list);
    assert.match(page.html, /<main id="main" class="list"/);
  }));

Deno.test("without scripts, filters can be added and removed, and their operators changed", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { title: "Mend the gate" });
    await task(ada, { title: "Oil the hinge", status: "planned", tags: ["Bug"] });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(list);
    await page.press("link", "Filter");
    await page.press("option", /^Bug/);
    assert.deepEqual(titles(page.html), ["Oil the hinge"]);
    await page.press("link", /^Change operator: Label is/);
    await page.press("option", "is not");
    assert.deepEqual(titles(page.html), ["Mend the gate"]);
    await page.press("link", "Change value: Label is not Bug");
    await page.press("option", /^Feature/);
    assert.equal(page.text(page.find("list", "Filters")), "Label is none of Bug, Feature");
    await page.press("link", /^Remove filter:/);
    assert.equal(titles(page.html).length, 2);
  }));

Deno.test("without scripts, a text filters the list together with other filters", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of ["Mend the gate", "Paint the fence"]) await task(ada, { title });
    await task(ada, { title: "Plan the fence", status: "planned" });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(`${list}?status=backlogged`);
    page.fill("Filter by text", "fence");
    await page.enter("Filter by text");
    const { searchParams } = new URL(page.address, "https://backlog.example");
    assert.deepEqual([searchParams.get("q"), searchParams.get("status")], ["fence", "backlogged"]);
    assert.deepEqual(titles(page.html), ["Paint the fence"]);
  }));

Deno.test("without scripts, a board shows its cards and links to more", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of numberedNames("Jar", 40)) {
      await task(ada, { title });
      app.world.clock.advance({ seconds: 1 });
    }
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(list);
    await page.press("button", "Show as a board");
    const cards = page.all("link", /^Jar/, page.byId("group-backlogged"));
    assert.equal(cards.length, 16);
    await page.press("link", /^Show more/);
    assert.equal(titles(page.html).length, 24);
    await page.open(`${list}?layout=board`);
    await page.press("link", "Jar 40");
    page.find("heading", "Jar 40");
  }));

Deno.test("without scripts, a column of a board can be hidden and shown", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of ["Ash", "Birch"]) await task(ada, { title });
    await task(ada, { title: "Oak", status: "progressed" });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(`${list}?layout=board`);
    await page.press("link", "Backlog column");
    await page.press("option", "Hide column");
    assert.deepEqual(page.all("link", "Ash"), []);
    page.find("link", "Oak");
    await page.press("button", /^Show Backlog/);
    assert.equal(search(page), "?layout=board");
    page.find("link", "Ash");
    assert.deepEqual(page.all("button", /^Show Backlog/), []);
  }));

Deno.test("without scripts, several tasks are selected by their checkboxes and changed together", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of ["Ash", "Birch", "Cedar"]) await task(ada, { title });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(list);
    for (const title of ["Birch", "Cedar"]) page.check(new RegExp(`: ${title}$`));
    await page.press("button", "Actions for selected tasks");
    await page.press("option", "Status…");
    await page.press("option", "Completed");
    assert.match(page.text(page.byId("toasts")), /Status of 2 tasks changed to Completed/);
    await page.open(`${list}?status=completed`);
    assert.deepEqual(titles(page.html).sort(), ["Birch", "Cedar"]);
  }));

Deno.test("without scripts, notifications are marked as read, archived, and restored with Undo", () =>
  withApp({}, async (app, { ada, chidi, task }) => {
    for (const title of ["Mend the gate", "Oil the hinge"]) {
      await task(chidi, { title, assigneeId: ada.member.profile.id });
    }
    const page = await PlainBrowser.of(app, ada.email);
    await page.open("/workspace/inbox");
    await page.press("button", "Mark as read: Oil the hinge");
    page.find("button", "Mark as unread: Oil the hinge");
    await page.press("button", "Archive: Oil the hinge");
    assert.match(
      page.text(),
      /Notification archived\. The notification returns if something new happens\./,
    );
    assert.deepEqual(page.all("link", "Oil the hinge"), []);
    await page.press("button", "Undo");
    page.find("link", "Oil the hinge");
  }));

Deno.test("without scripts, a group of the roadmap is collapsed and keeps its URL", () =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const dates = { startDate: "2026-03-20", targetDate: "2026-04-10" };
    await plan.project(cast.ada, { name: "Walls", ...dates });
    const garden = await plan.project(cast.ada, { name: "Garden", ...dates });
    await plan.patch(cast.ada, garden.id, { status: "active" });
    const page = await PlainBrowser.of(app, cast.ada.email);
    await page.open("/workspace/roadmap?group=status");
    const shown = () =>
      page.all("link", /^(Garden|Walls)$/, page.find("table", /^Projects by date/))
        .map((one) => page.nameOf(one));
    assert.deepEqual(shown().sort(), ["Garden", "Walls"]);
    await page.press("button", /^Active/);
    assert.equal(page.address, "/workspace/roadmap?group=status");
    assert.equal(attribute(page.find("button", /^Active/), "aria-expanded"), "false");
    assert.deepEqual(shown(), ["Walls"]);
  }));
