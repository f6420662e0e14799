import assert from "node:assert/strict";
import { addDependency } from "../../server/domain/projects/dependencies.ts";
import { withApp } from "../support/app.ts";
import { titles } from "../support/listed.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { planner } from "../support/projects.ts";

const projects = "/workspace/projects";
const lighthouse = `${projects}/LIG`;

/** Runs a test as Ada, among five projects. One is late, and one starts before its blocker ends. */
const withProjects = (test: (page: PlainBrowser) => Promise<void>) =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const planned = [
      { name: "Lighthouse", key: "LIG", status: "planned" },
      { name: "Harbour", key: "HAR", targetDate: "2026-06-01" },
      {
        name: "Boathouse",
        key: "BOA",
        status: "active",
        startDate: "2026-03-02",
        targetDate: "2026-04-01",
      },
      {
        name: "Slipway",
        key: "SLI",
        status: "active",
        startDate: "2026-02-02",
        targetDate: "2026-03-07",
      },
      {
        name: "Jetty",
        key: "JET",
        status: "planned",
        startDate: "2026-03-22",
        targetDate: "2026-04-11",
      },
    ];
    for (const { status, ...project } of planned) {
      const { id } = await plan.project(cast.ada, project);
      if (status) await plan.patch(cast.ada, id, { status });
    }
    await plan.run(cast.ada, addDependency, { projectId: "JET", otherId: "BOA" });
    await test(await PlainBrowser.of(app, cast.ada.email));
  });

const requireTitle = (page: PlainBrowser, title: string) =>
  assert.equal(page.text(page.find("heading", title)), title);

/** Requires the words of a property on a project's page. */
const requireValue = (page: PlainBrowser, property: string, words: string) =>
  page.find(
    "link",
    new RegExp(`^${property} ${words}\\b`),
    page.find("complementary", "Properties"),
  );

Deno.test("without scripts, a project is created", () =>
  withProjects(async (page) => {
    await page.open(projects);
    await page.press("link", "New project");
    page.fill("Name", "Cellar");
    await page.press("button", "Create project");
    requireTitle(page, "Cellar");
  }));

Deno.test("without scripts, a project's status is chosen and its summary is written", () =>
  withProjects(async (page) => {
    await page.open(`${projects}/HAR`);
    await page.press("link", /^Status/);
    await page.press("option", "Planned");
    requireTitle(page, "Harbour");
    requireValue(page, "Status", "Planned");
    await page.press("link", "Add a summary");
    page.fill("Summary", "Who comes at night");
    await page.press("button", "Save");
    assert.equal(page.text(page.byId("project-summary")), "Who comes at night");
  }));

Deno.test("without scripts, milestones are added one after another and reordered", () =>
  withProjects(async (page) => {
    await page.open(lighthouse);
    await page.press("link", "Add milestone");
    for (const name of ["Walls", "Lamp"]) {
      page.fill("Name", name);
      await page.enter("Name");
      assert.match(page.text(page.byId("milestones")), new RegExp(name));
    }
    await page.press("link", "Edit the milestone Lamp");
    page.choose("Position", "1");
    await page.enter("Name");
    const shown = page.text(page.byId("milestones"));
    assert.ok(shown.indexOf("Lamp") < shown.indexOf("Walls"), shown);
  }));

Deno.test("without scripts, a project update is posted, and a dependency is added", () =>
  withProjects(async (page) => {
    await page.open(lighthouse);
    await page.press("link", "Write an update");
    page.check("At risk");
    page.fill("Update", "It rains.");
    await page.press("button", /^Post/);
    assert.match(page.html, /class="update".*It rains\./s);
    assert.match(page.text(), /At risk/);
    await page.press("link", "Blocked by");
    await page.press("option", /Harbour/);
    page.find("link", /Harbour/, page.find("region", "Dependencies"));
  }));

Deno.test("without scripts, a project is archived, and restored from its page and from the archive", () =>
  withProjects(async (page) => {
    for (const from of ["page", "list"]) {
      await page.open(lighthouse);
      await page.press("link", "More actions");
      await page.press("option", "Archive");
      if (from === "list") await page.open(`${projects}?archived=true`);
      await page.press("button", /^Restore/, page.find("main", /^/));
      await page.open(lighthouse);
      requireValue(page, "Status", "Planned");
    }
  }));

Deno.test("without scripts, projects are filtered, searched by text, and shown as a board", () =>
  withProjects(async (page) => {
    await page.open(projects);
    await page.press("link", "Filter");
    await page.press("option", /^Planned/);
    assert.deepEqual(titles(page.html).sort(), ["Jetty", "Lighthouse"]);
    page.fill("Filter by text", "house");
    await page.enter("Filter by text");
    assert.deepEqual(titles(page.html), ["Lighthouse"]);
    await page.open(`${projects}?layout=board`);
    page.find("link", "Lighthouse", page.find("region", "Planned"));
  }));

Deno.test("without scripts, a view of projects is saved, changed, subscribed to, archived, and restored", () =>
  withProjects(async (page) => {
    await page.open(`${projects}?status=planned`);
    await page.press("link", "Save as a view");
    page.fill("Name", "Soon");
    await page.press("button", "Save view");
    requireTitle(page, "Soon");
    const view = page.address;
    assert.equal(titles(page.html).includes("Boathouse"), false);
    await page.press("link", /^Remove filter: Status/);
    await page.press("button", "Save", page.find("region", "Unsaved view changes"));
    await page.open(view);
    page.find("link", "Boathouse");
    assert.doesNotMatch(page.html, /aria-pressed="true"/);
    await page.press("button", "Subscribe to view");
    assert.match(page.html, /aria-pressed="true"/);
    await page.press("link", "View actions");
    await page.press("option", "Archive");
    await page.open(view);
    assert.match(page.text(), /This view is archived/);
    await page.press("button", "Restore");
    await page.open(view);
    assert.doesNotMatch(page.text(), /This view is archived/);
  }));

Deno.test("without scripts, the roadmap sets a project's dates and filters projects", () =>
  withProjects(async (page) => {
    await page.open("/workspace/roadmap");
    await page.press("link", "Set dates for Lighthouse");
    page.fill("Start date for Lighthouse", "2099-01-01");
    page.fill("Target date for Lighthouse", "2099-02-01");
    await page.press("button", "Set dates");
    requireTitle(page, "Roadmap");
    assert.doesNotMatch(page.html, /Start date for Lighthouse|Set dates for Lighthouse/);
    await page.press("link", "Filter");
    await page.press("option", /^Starts too early/);
    page.find("link", "Jetty");
    page.find("link", "Remove filter: Starts too early");
    assert.deepEqual(page.all("link", "Slipway"), []);
    await page.open(lighthouse);
    requireValue(page, "Start date", "1 Jan 2099");
    requireValue(page, "Target date", "1 Feb 2099");
  }));
