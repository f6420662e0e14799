import assert from "node:assert/strict";
import { fingerOn } from "../support/board.ts";
import { signIn } from "../support/browser_walk.ts";
import { requireAccessible, requireAccessibleThemes } from "../support/chromium.ts";
import { listens } from "../support/colleagues.ts";
import { joinRemotely, type RemotePerson } from "../support/remote_person.ts";
import {
  atRoadmap,
  barOf,
  dayWidth,
  draggable,
  inDays,
  name,
  news,
  rowOf,
  said,
  tableOf,
} from "../support/roadmap.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "the roadmap shows projects by their days, and its table tells all that its picture does",
  async (stage) => {
    const { visit, page } = await atRoadmap(stage);
    await using _ = visit;
    await name(page, "Walls").waitFor();
    await requireAccessibleThemes(page, "the roadmap");
    await page.getByRole("link", { name: "Weeks", exact: true }).click();
    await page.locator("#roadmap[data-zoom=weeks]").waitFor();
    const later = page.getByRole("link", { name: "Next year" });
    assert.match((await later.getAttribute("href"))!, /zoom=weeks/);
    await name(page, "Garden").focus();
    const heard = await name(page, "Garden").getAttribute("aria-description");
    assert.match(heard!, /Overdue\. The target date was .*, No tasks/);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator("#roadmap > svg").first().waitFor({ state: "hidden" });
    const tells = (project: string, what: string | RegExp) =>
      rowOf(page, project).getByText(what).waitFor();
    await tells("Garden", /Overdue\. The target date was/);
    await tells("Garden", /^\d+ \w+ – \d+ \w+$/);
    await tells("Foundations", "Concrete poured");
    await tells("Walls", "Blocked by Foundations");
    assert.equal(await tableOf(page).getByRole("row").count(), 3);
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
      await news(page, "Undone: changes to WAL");
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

    await page.getByRole("checkbox", { name: "Move dependent projects too" }).check();
    await drag(4);
    await page.mouse.up();
    await news(page, /^Foundations: .*WAL moved too$/);
    assert.deepEqual(await dates("FOU"), [first[0], inDays(14)]);
    assert.deepEqual(await dates("WAL"), [inDays(14), inDays(32)]);
    await page.keyboard.press("Control+z");
    await news(page, "Undone: changes to FOU, WAL");
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
    const row = rowOf(page, "Walls");
    await row.and(page.locator(`[data-target="${inDays(60)}"]`)).waitFor();
    await rest("PATCH projects/WAL", { startDate: inDays(5) });
    await row.locator(".roadmap-trouble").waitFor();
  },
);

browserTest(
  "what has no dates waits below and gets some; who leads nothing is told whom to ask",
  async (stage) => {
    const { visit, page, dates, ada, rest } = await atRoadmap(stage);
    await using _ = visit;
    await page.getByRole("link", { name: "Set dates for Attic" }).click();
    await page.getByLabel("Start date for Attic").and(page.locator(":focus")).waitFor();
    await page.getByLabel("Start date for Attic").fill(inDays(1));
    await page.getByLabel("Target date for Attic").fill(inDays(20));
    await page.getByRole("button", { name: "Set dates" }).click();
    await name(page, "Attic").waitFor();
    assert.deepEqual(await dates("ATT"), [inDays(1), inDays(20)]);
    const heinz: RemotePerson = await joinRemotely(stage.server, ada, {
      email: "heinz@example.com",
      name: "Heinz Zemanek",
    });
    await using other = await stage.open();
    await signIn(other.page, stage.server, "heinz@example.com", "/workspace/roadmap");
    await draggable(other.page);
    await other.page.getByText("to make you the lead of a project").waitFor();
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
    await said(other.page, "Only owners, admins, and the project's lead can move this project.");
  },
);
