import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { fingerOn } from "../support/board.ts";
import { signIn } from "../support/browser_walk.ts";
import { requireAccessible } from "../support/chromium.ts";
import { listens } from "../support/colleagues.ts";
import { ask, joinRemotely, type RemotePerson, signUpRemotely } from "../support/remote_person.ts";
import { browserTest, type Stage } from "../support/stage.ts";

/** A day so far from today that it is seen, whenever that is. @param by days */
const inDays = (by: number) => Temporal.Now.plainDateISO("UTC").add({ days: by }).toString();

interface Planned {
  name: string;
  key: string;
  startDate?: string;
  targetDate?: string;
}

/** Somebody at the roadmap of three projects, of which the second waits for the first, and one without dates. */
async function atRoadmap({ server, open }: Stage) {
  const ada = await signUpRemotely(server, "ada@example.com");
  const rest = async (request: string, body?: unknown, { token }: { token: string } = ada) => {
    const [method, path] = request.split(" ");
    const at = `${method} /workspaces/${ada.workspaceId}/${path}`;
    const answer = await ask(server.url, at, { token, ...(body ? { body } : {}) });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
    return answer.body;
  };
  const planned: Planned[] = [
    { name: "Foundations", key: "FOU", startDate: inDays(-10), targetDate: inDays(10) },
    { name: "Walls", key: "WAL", startDate: inDays(12), targetDate: inDays(30) },
    { name: "Garden", key: "GAR", startDate: inDays(-20), targetDate: inDays(-2) },
    { name: "Attic", key: "ATT" },
  ];
  for (const project of planned) await rest("POST projects", project);
  await rest("PUT projects/WAL/dependencies/FOU");
  await rest("POST projects/FOU/milestones", { name: "Concrete poured", targetDate: inDays(3) });
  const visit = await open();
  await signIn(visit.page, server, "ada@example.com");
  await visit.page.goto("/workspace/roadmap");
  const dates = async (key: string) => {
    const { project } = await rest(`GET projects/${key}`);
    return [project.startDate, project.targetDate];
  };
  return { ada, rest, dates, visit, page: visit.page };
}

const name = (page: Page, project: string) =>
  page.getByRole("list", { name: "Projects on the timeline" }).getByRole("link", { name: project });
const said = (page: Page, hasText: string | RegExp) =>
  page.locator("#announced", { hasText }).waitFor({ state: "attached" });
const news = (page: Page, text: string | RegExp) =>
  page.getByRole("status").getByText(text).waitFor();

/** Where on the screen a project's bar is. */
async function barOf(page: Page, project: string) {
  const id = await name(page, project).locator("xpath=..").getAttribute("data-project");
  const ground = page.locator(`[data-bar="${id}"] .bar-ground`);
  const box = (await ground.boundingBox())!;
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/** How wide a day is on the screen. */
const dayWidth = (page: Page) =>
  page.locator("#roadmap").evaluate((roadmap) => {
    const { clientWidth } = roadmap.querySelector(".roadmap-bars") as unknown as {
      clientWidth: number;
    };
    const { dataset } = roadmap as unknown as { dataset: { days: string } };
    return clientWidth / Number(dataset.days);
  });

browserTest(
  "the roadmap shows projects by their days, and its table tells all that its picture does",
  async (stage) => {
    const { visit, page } = await atRoadmap(stage);
    await using _ = visit;
    await name(page, "Walls").waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await requireAccessible(page, `the roadmap, ${colorScheme}`);
    }
    await page.getByRole("link", { name: "Weeks", exact: true }).click();
    await page.locator("#roadmap[data-zoom=weeks]").waitFor();
    const later = page.getByRole("link", { name: "A year later" });
    assert.match((await later.getAttribute("href"))!, /zoom=weeks/);
    const told = await name(page, "Garden").locator("xpath=..").textContent();
    assert.match(told!, /Late: it was due/);
    await page.setViewportSize({ width: 390, height: 800 });
    const table = page.getByRole("table", { name: "Projects by their dates" });
    await table.waitFor();
    assert.equal(await name(page, "Garden").count(), 0);
    const row = (project: string) => table.getByRole("row").filter({ hasText: project }).first();
    assert.match((await row("Garden").textContent())!, /Late: it was due/);
    assert.match((await row("Foundations").textContent())!, /Concrete poured/);
    assert.match((await table.getByRole("row", { name: "Walls" }).textContent())!, /Foundations/);
    await requireAccessible(page, "the roadmap on a phone");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a bar dragged by mouse, by touch and moved by keys has the same days, and one Undo takes them back",
  async (stage) => {
    const { visit, page, dates } = await atRoadmap(stage);
    await using _ = visit;
    await name(page, "Walls").waitFor();
    const before = await dates("WAL");
    const moved = [inDays(17), inDays(35)];
    const by = 5 * await dayWidth(page);
    const takeBack = async () => {
      await news(page, /^Walls: /);
      assert.deepEqual(await dates("WAL"), moved);
      await page.keyboard.press("Control+z");
      await news(page, "WAL is as it was.");
      assert.deepEqual(await dates("WAL"), before);
    };

    const { middle } = await barOf(page, "Walls");
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + by / 2, middle.y, { steps: 3 });
    await page.mouse.move(middle.x + by, middle.y, { steps: 3 });
    await page.mouse.up();
    await said(page, /^Walls: /);
    await takeBack();

    await name(page, "Walls").focus();
    for (let day = 0; day < 5; day++) await page.keyboard.press("Alt+ArrowRight");
    await takeBack();
    await name(page, "Walls").and(page.locator(":focus")).waitFor();

    const at = (await barOf(page, "Walls")).middle;
    const finger = await fingerOn(page);
    await finger("touchStart", at.x, at.y);
    await page.locator("[data-bar][data-moving]").waitFor();
    await finger("touchMove", at.x + by / 2, at.y);
    await finger("touchMove", at.x + by, at.y);
    await finger("touchEnd");
    await takeBack();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "an end is dragged alone, what waits is carried along, and Esc leaves all as it was",
  async (stage) => {
    const { visit, page, dates } = await atRoadmap(stage);
    await using _ = visit;
    await name(page, "Foundations").waitFor();
    const [first, second] = [await dates("FOU"), await dates("WAL")];
    const by = 4 * await dayWidth(page);
    const drag = async (days: number) => {
      const { x, width, middle } = await barOf(page, "Foundations");
      await page.mouse.move(x + width - 3, middle.y);
      await page.mouse.down();
      await page.mouse.move(x + width - 3 + (days * by) / 4, middle.y, { steps: 5 });
    };
    await drag(4);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.deepEqual(await dates("FOU"), first);

    await page.getByRole("checkbox", { name: "Move what waits along" }).check();
    await drag(4);
    await page.mouse.up();
    await news(page, /^Foundations: .*WAL moved along\.$/);
    assert.deepEqual(await dates("FOU"), [first[0], inDays(14)]);
    assert.deepEqual(await dates("WAL"), [inDays(14), inDays(32)]);
    await page.keyboard.press("Control+z");
    await news(page, "FOU, WAL are as they were.");
    assert.deepEqual([await dates("FOU"), await dates("WAL")], [first, second]);
  },
);

browserTest(
  "who moves what somebody moved meanwhile is told so, and sees where it stands",
  async (stage) => {
    const { visit, page, dates, rest } = await atRoadmap(stage);
    await using _ = visit;
    await listens(page);
    await name(page, "Walls").waitFor();
    const { middle } = await barOf(page, "Walls");
    const by = 5 * await dayWidth(page);
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + by, middle.y, { steps: 4 });
    await rest("PATCH projects/WAL", { targetDate: inDays(60) });
    await page.mouse.up();
    await page.getByRole("status").getByText(/changed/).waitFor();
    assert.deepEqual(await dates("WAL"), [inDays(12), inDays(60)]);
    const row = name(page, "Walls").locator("xpath=..");
    await row.and(page.locator(`[data-target="${inDays(60)}"]`)).waitFor();
    await rest("PATCH projects/WAL", { startDate: inDays(5) });
    await row.and(page.locator("[data-trouble]")).waitFor();
  },
);

browserTest(
  "what has no dates waits below and gets some; who leads nothing is told whom to ask",
  async (stage) => {
    const { visit, page, dates, ada, rest } = await atRoadmap(stage);
    await using _ = visit;
    await page.getByLabel("Start of Attic").fill(inDays(1));
    await page.getByLabel("Target of Attic").fill(inDays(20));
    await page.getByRole("button", { name: "Set dates" }).click();
    await name(page, "Attic").waitFor();
    assert.deepEqual(await dates("ATT"), [inDays(1), inDays(20)]);
    const heinz: RemotePerson = await joinRemotely(stage.server, ada, {
      email: "heinz@example.com",
      name: "Heinz Zemanek",
    });
    await using other = await stage.open();
    await signIn(other.page, stage.server, "heinz@example.com");
    await other.page.goto("/workspace/roadmap");
    await other.page.getByText("Ask a workspace manager").waitFor();
    assert.equal(await other.page.getByRole("link", { name: "Roadmap" }).count(), 0);
    const { members } = await rest("GET members", undefined, heinz);
    const leadId = members.find((member: { name: string }) => member.name.startsWith("Heinz")).id;
    await rest("PATCH projects/GAR", { leadId });
    await other.page.goto("/workspace/inbox");
    await other.page.getByRole("link", { name: "Roadmap" }).click();
    await name(other.page, "Garden").focus();
    await other.page.keyboard.press("Alt+ArrowRight");
    await said(other.page, /^Garden: /);
    await name(other.page, "Walls").focus();
    await other.page.keyboard.press("Alt+ArrowRight");
    await said(other.page, "Only its lead or a manager moves it.");
  },
);
