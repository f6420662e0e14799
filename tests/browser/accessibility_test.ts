import assert from "node:assert/strict";
import { projectProperties } from "../../views/projects/properties/all.ts";
import { relationKinds } from "../../server/domain/vocabulary.ts";
import { table } from "../../server/web/app.ts";
import type { Page as TablePage } from "../../server/web/page.ts";
import { matchPath } from "../../server/web/path.ts";
import type { Page } from "../packages/playwright.ts";
import { actOn, compose } from "../support/browser_walk.ts";
import { bringAxe, openVisit, runAxeInThemes } from "../support/chromium.ts";
import {
  createAndListTasks,
  createOtherWorkspace,
  createTasks,
  numberedNames,
} from "../support/example_tasks.ts";
import { startInside } from "../support/house_server.ts";
import { shareOf } from "../support/share.ts";
import { browserTest } from "../support/stage.ts";

const [plain, naming] = [false, true].map((names) =>
  table.pages.filter(({ path }) => path.includes(":") === names)
) as [TablePage[], TablePage[]];

const publicPages = [
  ...plain.filter(({ audience }) => audience === "anyone").map(({ path }) => path),
  "/auth/verify?email=ada%40example.com&purpose=signin",
  "/nowhere",
];
const ownPages = [
  ...plain.filter(({ audience }) => audience !== "anyone").map(({ path }) => path),
  "/workspace/tasks?layout=board",
  "/workspace/tasks?layout=board&group=assignee",
  "/workspace/tasks?status=cancelled",
  "/workspace/tasks?group=assignee",
  "/workspace/tasks?q=gate",
  "/workspace/tasks?q=nothing+like+it&status=planned",
  "/workspace/tasks/ENG-1",
  "/workspace/tasks/ENG-1?edit=title",
  "/workspace/tasks/ENG-1?edit=description",
  "/workspace/tasks/ENG-1/status",
  "/workspace/tasks/ENG-1/priority",
  "/workspace/tasks/ENG-1/assignee",
  "/workspace/tasks/ENG-1/labels",
  "/workspace/tasks/ENG-1/deadline",
  "/workspace/tasks/ENG-1/parent",
  "/workspace/tasks/ENG-1/project",
  "/workspace/tasks/ENG-1/milestone",
  "/workspace/tasks/ENG-1/team",
  "/workspace/tasks/ENG-1/actions",
  ...["sub-task", "link", "approval"].map((add) => `/workspace/tasks/ENG-1?add=${add}`),
  "/workspace/tasks/ENG-1/relations",
  "/workspace/tasks/ENG-1/approver",
  ...relationKinds.map((kind) => `/workspace/tasks/ENG-1/relations/${kind}`),
  "/workspace/tasks/ENG-3",
  "/workspace/tasks/ENG-99",
  "/workspace/views?archived=1",
  "/workspace/view/:viewKey",
  "/workspace/view/:viewKey?since=0&layout=board&priority=high",
  "/workspace/view/:viewKey/actions",
  "/workspace/view/:viewKey/edit",
  "/workspace/project-view/:viewKey",
  "/workspace/project-view/:viewKey?since=0&group=lead&priority=high",
  "/workspace/project-view/:viewKey/actions",
  "/workspace/project-view/:viewKey/edit",
  "/workspace/projects?layout=board",
  "/workspace/projects?group=lead&status=active,planned",
  "/workspace/projects/filter?of=status",
  "/workspace/projects/:projectId",
  ...["name", "key", "summary", "description"].map((edit) =>
    `/workspace/projects/:projectId?edit=${edit}`
  ),
  ...[
    ...projectProperties,
    "actions",
    "template",
    "dependencies/blockedBy",
    "dependencies/blocks",
  ].map((menu) => `/workspace/projects/:projectId/${menu}`),
  ...["add=update", "add=milestone", "history=all"].map((open) =>
    `/workspace/projects/:projectId?${open}`
  ),
  "/workspace/command?record=ENG-1",
  "/workspace/inbox?show=snoozed&reason=mention",
  "/workspace/inbox/note_1",
  "/workspace/members/me",
  "/workspace/teams/ENG?leave=1",
  "/workspace/teams/ENG/projects",
  "/workspace/teams/ENG/views",
  "/workspace/settings/teams?create=1",
  "/workspace/settings/teams/ENG",
  "/workspace/settings/teams/ENG/members",
  "/workspace/settings/teams/ENG/members/add",
  "/workspace/settings/teams/ENG/members/prof_1",
  "/workspace/settings/task-labels?create=1",
  "/workspace/settings/members?create=1",
  "/workspace/settings/automation?create=1",
  "/workspace/settings/workflows?create=1",
  "/workspace/settings/security/pats?create=1",
  "/workspace/settings/security/sessions?end=others",
  "/workspace/inbox/note_1/snooze",
  "/workspace/tasks?workspace=:elsewhere",
];

Deno.test("every page with a record in its path has a URL for these tests", () => {
  const pathnames = ownPages.map((address) => new URL(address, "http://localhost").pathname);
  const unseen = naming.filter(({ path }) => !pathnames.some((one) => matchPath(path, one)));
  assert.deepEqual(unseen.map(({ path }) => path), []);
});

/** Saves a view and creates a project, and returns their URLs and those of all other pages. */
async function withRecords({ request }: Page, origin: string): Promise<string[]> {
  const description = "What can't wait, whoever does it, for as long as that takes";
  const form = { name: "Urgent, everywhere", description, whose: "workspace", query: "" };
  const headers = { origin };
  const saved = await request.post(`${origin}/workspace/views/new`, {
    form: { ...form, query: "priority=urgent&status=planned,progressed&group=assignee" },
    headers,
    maxRedirects: 0,
  });
  const project = { name: "A lodge at the gate", key: "GAT", summary: "Who comes in" };
  await request.post(`${origin}/workspace/projects/new`, { form: project, headers });
  const projectPath = `${origin}/workspace/projects/GAT`;
  for (
    const [path, form] of [
      ["milestones", { name: "Foundations", targetDate: "2026-12-24" }],
      ["updates", { health: "atRisk", body: "The stones are late" }],
    ] as const
  ) await request.post(`${projectPath}/${path}`, { form, headers });
  const ofProjects = await request.post(`${origin}/workspace/views/projects/new`, {
    form: { ...form, query: "priority=urgent&status=planned,active&group=lead" },
    headers,
    maxRedirects: 0,
  });
  const [key, projectsKey] = [saved, ofProjects].map((one) =>
    one.headers().location!.split("/").at(-1)!
  );
  const elsewhere = await createOtherWorkspace(request, origin);
  return ownPages.map((path) =>
    path.replace(":viewKey", (path.includes("project-view") ? projectsKey : key)!)
      .replace(":projectId", "GAT")
      .replace(":elsewhere", elsewhere)
  );
}

/** Creates a workspace with content on every page. */
async function populate(page: Page) {
  await compose(page, {
    title: "Mend the gate that leads from the yard into the long garden behind the house",
    description: "# Why\n\nIt **squeaks**.\n\n- [ ] oil\n- [x] `paint`\n\n```\n" +
      "a long line of code, ".repeat(12),
    priority: "urgent",
    status: "progressed",
  });
  await page.getByRole("link", { name: /^Mend the gate/ }).waitFor();
  await compose(page, { title: "Paint the fence", status: "planned" });
  await page.getByRole("link", { name: "Paint the fence" }).waitFor();
  await compose(page, { title: "Order the wrong hinges" });
  await page.getByRole("link", { name: "Order the wrong hinges" }).click();
  await actOn(page, "Archive");
  await page.getByText("This task is archived.").waitFor();
  const subTask = "Find out what the hinges of the gate are made of, and who sells them today";
  const { origin } = new URL(page.url());
  await createTasks(page, origin, [subTask], { parentId: "ENG-1" });
  for (
    const [path, form] of [
      ["relations/blockedBy", { otherId: "ENG-2" }],
      ["links", { url: "https://example.com/hinges", title: "Hinges of every kind" }],
    ] as const
  ) {
    await page.request.post(`/workspace/tasks/ENG-1/${path}`, { form, headers: { origin } });
  }
  await page.goto("/workspace/tasks");
}

/** Widths of a desktop, a phone, and a screen of 1,280 px zoomed to 200 %. */
const wide = 1280;
const narrow = [360, 640];

browserTest(
  "axe-core finds nothing on any page, light or dark, and no page scrolls sideways at 360 px or 200 %",
  async ({ browser, server, enter }) => {
    await using visit = await enter();
    await visit.page.goto("/workspace/tasks");
    await populate(visit.page);
    const own = await withRecords(visit.page, server.url);
    const storageState = await visit.context.storageState();
    const tooWide: string[] = [];
    const measure = async (page: Page, path: string, width: number) => {
      const needed = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (needed > width) tooWide.push(`${path}: ${needed} px at ${width}`);
    };
    for (const signedIn of [false, true]) {
      const visitor = { baseURL: server.url, ...(signedIn ? { storageState } : {}) };
      // Other pages than the ones that axe-core checks below, which are measured too
      const viewport = { width: narrow[0]!, height: 900 };
      const phone = await browser.newContext({ ...visitor, javaScriptEnabled: false, viewport });
      const plainPage = await phone.newPage();
      for (const path of shareOf(signedIn ? own : publicPages, 2)) {
        await plainPage.goto(path);
        await measure(plainPage, path, viewport.width);
      }
      await phone.close();
      const context = await browser.newContext({
        ...visitor,
        reducedMotion: "reduce",
        viewport: { width: wide, height: 900 },
      });
      const page = await context.newPage();
      await bringAxe(page);
      for (const path of shareOf(signedIn ? own : publicPages)) {
        await page.goto(path);
        await runAxeInThemes(page, path);
        for (const width of narrow) {
          await page.setViewportSize({ width, height: 900 });
          await measure(page, path, width);
        }
        await page.setViewportSize({ width: wide, height: 900 });
      }
      await context.close();
    }
    assert.deepEqual(tooWide, []);
  },
);

browserTest(
  "axe-core finds nothing in a menu, the composer, and the list of shortcuts, light or dark",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await populate(page);
    for (const [key, role] of [["f", "listbox"], ["c", "dialog"], ["?", "dialog"]] as const) {
      await page.keyboard.press(key);
      await page.getByRole(role).waitFor();
      await runAxeInThemes(page, key);
      await page.keyboard.press("Escape");
      await page.getByRole(role).waitFor({ state: "hidden" });
    }
  },
);

browserTest(
  "each page's first load is at most 100 KB from this server, without layout shifts",
  async ({ browser, server, enter }) => {
    await using visit = await enter();
    const titles = numberedNames("A task with a title of a believable length", 75);
    await createAndListTasks(visit.page, server.url, titles);
    for (const status of ["planned", "progressed", "completed", "cancelled"] as const) {
      await createTasks(visit.page, server.url, titles.slice(0, 25), { status, priority: "high" });
    }
    const own = await withRecords(visit.page, server.url);
    const { cookies } = await visit.context.storageState();
    for (const signedIn of [false, true]) {
      await using fresh = await openVisit(browser, server.url);
      const { page } = fresh;
      if (signedIn) await fresh.context.addCookies(cookies);
      const session = await fresh.context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.setCacheDisabled", { cacheDisabled: true });
      let bytes = 0;
      const foreign: string[] = [];
      // Requests after a page has loaded aren't part of its first load, however soon they start
      const later = new Set<string>();
      session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
        if (!later.has(requestId)) bytes += encodedDataLength;
      });
      session.on("Network.requestWillBeSent", ({ requestId, request, initiator }) => {
        // Requests by scripts come later. Files of a page's area are in its document
        if (initiator.type === "script") later.add(requestId);
        const own = [server.url, "data:"].some((start) => request.url.startsWith(start));
        if (!own) foreign.push(request.url);
      });
      await page.addInitScript(watchShifts);
      for (const path of shareOf(signedIn ? own : publicPages, 1)) {
        bytes = 0;
        await page.goto(path);
        assert.ok(bytes > 5_000 && bytes <= 100 * 1024, `${path}: ${bytes} bytes`);
        assert.equal(await shifted(page), 0, path);
      }
      assert.deepEqual(foreign, []);
    }
  },
  () => startInside({ isCompressed: true }),
);

/** Runs in the page before the page's own scripts. */
function watchShifts() {
  const page = globalThis as unknown as { shifts: number };
  page.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      page.shifts += (entry as unknown as { value: number }).value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

async function shifted(page: Page): Promise<number> {
  return await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts);
}
