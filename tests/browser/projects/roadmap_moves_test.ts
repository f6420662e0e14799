import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { joinRemotely, type RemotePerson } from "../../support/remote_person.ts";
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
} from "../../support/roadmap.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "dragging one end moves only that end, dependent projects move too, and Esc cancels the drag",
  async (stage) => {
    const { visit, page, dates } = await atRoadmap(stage);
    await using _ = visit;
    await name(page, "Foundations").waitFor();
    const [first, second] = [await dates("FOU"), await dates("WAL")];
    const by = 4 * await dayWidth(page);
    const drag = async (days: number, button: "left" | "right" = "left") => {
      const { x, width, middle } = await barOf(page, "Foundations");
      await page.mouse.move(x + width - 3, middle.y);
      await page.mouse.down({ button });
      await page.mouse.move(x + width - 3 + (days * by) / 4, middle.y, { steps: 5 });
    };
    await drag(4);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.deepEqual(await dates("FOU"), first);
    await drag(2, "right");
    await page.mouse.up({ button: "right" });

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
  "moving a project that someone moved meanwhile shows a message and the project's current position",
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
  "projects without dates are listed below and can get dates, and people without permission see whom to ask",
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
