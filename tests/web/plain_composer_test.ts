import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

const composer = "/workspace/tasks/compose";

Deno.test("without scripts, a new task starts with the values in its URL", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    await planner(cast).project(ada, { name: "Gatehouse", key: "GAT" });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(
      `${composer}?title=Oil&description=Hinges&priority=urgent` +
        "&status=planned&teamId=PPL&projectId=GAT&assigneeId=me&deadlineAt=2031-02-03",
    );
    assert.deepEqual([page.value("Title"), page.value("Description")], ["Oil", "Hinges"]);
    page.choose("Priority", "Low");
    await page.press("button", "Create task");
    assert.match(page.text(page.byId("toasts")), /PPL-1 created/);
    await page.open("/workspace/tasks/PPL-1");
    const shows = [
      /^Status Planned/,
      /^Priority Low/,
      /^Assignee Ada/,
      /^Project Gatehouse/,
      /^Deadline .*3 Feb 2031/,
    ];
    for (const property of shows) page.find("link", property);
  }));

Deno.test("the menu of a new task's parent can remove the chosen one", () =>
  withApp({}, async (app, { ada, task }) => {
    const { reference } = await task(ada);
    const visitor = await visit(app, ada.email);
    const menu = `${composer}/parent`;
    assert.doesNotMatch((await visitor.get(menu)).html, /No parent/);
    assert.match((await visitor.get(`${menu}?parentId=${reference}`)).html, /No parent/);
  }));

Deno.test("without scripts, a new task takes links and relations, one per line", () =>
  withApp({}, async (app, { ada, task }) => {
    const { reference } = await task(ada, { title: "Oil the hinges" });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open("/workspace/tasks");
    await page.press("link", "New task");
    page.fill("Title", "Mend the gate");
    page.fill(
      "Links",
      "https://example.com/spec The spec\nhttps://example.org\nexample.net/spec",
    );
    page.fill("Relations", `blocks ${reference}`);
    await page.press("button", "Create task");
    await page.press("link", "Mend the gate");
    const links = page.all("link", /^(The spec|example)/).map((one) => page.nameOf(one));
    assert.deepEqual(links, ["The specexample.com", "example.org", "example.net/spec"]);
    page.find("heading", "Blocks");
  }));

Deno.test("without scripts, a typed deadline is found and added to the new task's other fields", () =>
  withApp({}, async (app, { ada }) => {
    const page = await PlainBrowser.of(app, ada.email);
    await page.open(`${composer}/deadline?title=Elm&priority=high`);
    page.fill("Find: Deadline", "2027-12-24");
    await page.press("button", "Find");
    await page.press("option", "Fri 24 Dec 2027");
    const { searchParams } = new URL(page.address, "https://backlog.example");
    const asked = ["title", "deadlineAt", "priority"].map((name) => searchParams.get(name));
    assert.deepEqual(asked, ["Elm", "2027-12-24", "high"]);
  }));
