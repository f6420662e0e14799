import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { signIn } from "../../support/browser_walk.ts";
import { listens } from "../../support/colleagues.ts";
import { joinRemotely } from "../../support/remote_person.ts";
import {
  atRoadmap,
  barOf,
  dayWidth,
  draggable,
  inDays,
  name,
  news,
  rowOf,
} from "../../support/roadmap.ts";
import { browserTest } from "../../support/stage.ts";

/** Presses a project's bar and drags it. @param days the number of days */
async function hold(page: Page, project: string, days: number) {
  const { middle } = await barOf(page, project);
  const by = days * await dayWidth(page);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + by / 2, middle.y, { steps: 3 });
  await page.mouse.move(middle.x + by, middle.y, { steps: 3 });
  await page.locator("[data-bar][data-moving]").waitFor();
}

browserTest(
  "a dragged bar stays under the pointer while others change its dependencies, which appear after the drop",
  async (stage) => {
    const { visit, page, dates, rest } = await atRoadmap(stage);
    await using _ = visit;
    await listens(page);
    await name(page, "Walls").waitFor();
    await using elsewhere = await stage.open();
    await elsewhere.context.addCookies(await visit.context.cookies());
    await elsewhere.page.goto("/workspace/roadmap");
    await draggable(elsewhere.page);
    await listens(elsewhere.page);
    await hold(page, "Walls", 5);
    await rest("DELETE projects/WAL/dependencies/FOU");
    await rest("PUT projects/GAR/dependencies/WAL");
    // By then, the event has arrived here too
    await rowOf(elsewhere.page, "Garden").getByText("Blocked by Walls")
      .waitFor({ state: "attached" });
    await page.locator("[data-bar][data-moving]").waitFor();
    await page.mouse.up();
    await news(page, /^Walls: /);
    assert.deepEqual(await dates("WAL"), [inDays(17), inDays(35)]);
    await rowOf(page, "Garden").getByText("Blocked by Walls").waitFor({ state: "attached" });
    assert.equal(await rowOf(page, "Walls").getByText("Blocked by").count(), 0);
    assert.equal(await page.locator(".roadmap-waits").count(), 1);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a project that became dependent during a drag moves too, and Undo moves it back",
  async (stage) => {
    const { visit, page, dates, rest } = await atRoadmap(stage);
    await using _ = visit;
    await listens(page);
    await rest("PATCH projects/GAR", { startDate: inDays(30), targetDate: inDays(40) });
    await rowOf(page, "Garden").and(page.locator(`[data-start="${inDays(30)}"]`)).waitFor();
    await page.getByRole("checkbox", { name: "Move dependent projects too" }).check();
    await hold(page, "Walls", 5);
    await rest("PUT projects/GAR/dependencies/WAL");
    await page.mouse.up();
    await news(page, /^Walls: .* GAR moved too$/);
    assert.deepEqual(await dates("GAR"), [inDays(35), inDays(45)]);
    await page.keyboard.press("Control+z");
    await news(page, "Undone: changes to WAL, GAR");
    assert.deepEqual(await dates("WAL"), [inDays(12), inDays(30)]);
    assert.deepEqual(await dates("GAR"), [inDays(30), inDays(40)]);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "a project that is hidden while it is dragged doesn't move, and disappears from the roadmap",
  async (stage) => {
    const { visit, ada, dates, rest } = await atRoadmap(stage);
    await using _ = visit;
    const heinz = await joinRemotely(stage.server, ada, {
      email: "heinz@example.com",
      name: "Heinz Zemanek",
    });
    const { members } = await rest("GET members", undefined, heinz);
    const leadId = members.find((member: { name: string }) => member.name.startsWith("Heinz")).id;
    for (const key of ["WAL", "GAR"]) await rest(`PATCH projects/${key}`, { leadId });
    const { team } = await rest("POST teams", { name: "Vault", key: "VLT", private: true });
    await using other = await stage.open();
    const { page } = other;
    await signIn(page, stage.server, "heinz@example.com", "/workspace/roadmap");
    await draggable(page);
    await listens(page);
    await hold(page, "Walls", 5);
    await rest("PATCH projects/WAL", { teamIds: [team.id], name: "Secret vault" });
    await page.mouse.up();
    await name(page, "Walls").waitFor({ state: "detached" });
    const showsNothing = async () => {
      assert.doesNotMatch(await page.locator("#main").innerHTML(), /Secret|Walls/);
      assert.doesNotMatch(await page.content(), /Secret/);
    };
    assert.deepEqual(await dates("WAL"), [inDays(12), inDays(30)]);
    await name(page, "Garden").waitFor();
    await showsNothing();
    await rest("PUT projects/GAR/dependencies/WAL");
    await rest("PATCH projects/GAR", { targetDate: inDays(5) });
    await rowOf(page, "Garden").and(page.locator(`[data-target="${inDays(5)}"]`)).waitFor();
    await showsNothing();
    assert.equal(await page.locator(".roadmap-waits").count(), 0);
    const refused = other.complaints.filter((one) => !/404/.test(String(one)));
    assert.deepEqual(refused, []);
  },
);
