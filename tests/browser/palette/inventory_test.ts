import assert from "node:assert/strict";
import { globalOffers } from "../../gates/palette/global.ts";
import { menus } from "../../gates/palette/menus.ts";
import { shownTo, viewers } from "../../gates/palette/row.ts";
import { addRecords } from "../../gates/palette/walk.ts";
import type { ActorKind } from "../../gates/permissions/actors.ts";
import { issueBearers } from "../../gates/permissions/bearers.ts";
import { insiders } from "../../gates/permissions/row.ts";
import { populate, privateWord } from "../../gates/support/full_cast.ts";
import type { Locator, Page } from "../../packages/playwright.ts";
import { signIn } from "../../support/browser_walk.ts";
import { startInside } from "../../support/house_server.ts";
import { actionsOf, find, moreOf, palette, pressOpen } from "../../support/palette_pages.ts";
import { shareOf } from "../../support/share.ts";
import { browserTest, type Stage } from "../../support/stage.ts";
import { createWorld } from "../../support/world.ts";

/** The people in the workspace that `populate` creates. */
const emails: Partial<Record<ActorKind, string>> = {
  owner: "ada",
  admin: "bao",
  lead: "lea",
  member: "chidi",
  commentator: "esra",
  outsider: "dina",
  teamless: "tove",
  projectLead: "priya",
  foreign: "frode",
  removed: "remo",
};

/** The typed text for each record whose actions are all in the table, and the record's name. */
const typed: Record<keyof typeof menus, [typed: string, first: string]> = {
  task: ["ENG-1", "Mend the gate"],
  draft: ["draw a key", "Draw a key"],
  project: ["$gatehouse", "Gatehouse"],
  chidi: ["@chidi", "Chidi Eze"],
  eng: ["engineering", "Engineering"],
  view: ["all open", "All open"],
  teamView: ["afoot", "Afoot"],
  projectTaskView: ["stones", "Stones"],
  projectView: ["works", "Works"],
};

/** Returns the titles of rows, without icons, shortcuts, and subtitles. */
const titlesIn = async (list: Locator) =>
  (await list.locator("[role=option]:visible > span:not([class])").allInnerTexts()).toSorted();

/** Waits until the actions are shown, and returns them. */
async function actionsIn(page: Page, row: Locator): Promise<string[]> {
  await moreOf(row).click();
  await actionsOf(page).locator("[role=option].here").waitFor();
  const titles = await titlesIn(actionsOf(page));
  await page.keyboard.press("Escape");
  await actionsOf(page).waitFor({ state: "detached" });
  return titles;
}

/** Signs a person in and opens the palette. */
async function enter({ open, server }: Stage, kind: ActorKind) {
  const visit = await open();
  await signIn(visit.page, server, `${emails[kind]}@example.com`);
  return visit;
}

const titlesFor = (offers: Parameters<typeof shownTo>[0], kind: ActorKind) =>
  shownTo(offers, kind).map(({ title }) => title).toSorted();

/** A workspace with records for every command and action. */
async function startFurnished() {
  const world = await createWorld();
  const fullCast = await populate(world);
  // Agents are offered like people
  await issueBearers(fullCast);
  await addRecords(fullCast);
  return startInside({ clock: world.clock.now, world });
}

browserTest(
  "the palette shows each person exactly the commands and actions that the table lists for them",
  async (stage) => {
    for (const kind of shareOf(viewers)) {
      await stage.step(kind, async () => {
        await using visit = await enter(stage, kind);
        const { page } = visit;
        await page.goto("/workspace/tasks");
        await pressOpen(page);
        await find(page, ">");
        assert.deepEqual(
          await titlesIn(palette(page).locator("#palette-items")),
          titlesFor(globalOffers, kind),
        );
        for (const [record, offers] of Object.entries(menus)) {
          const [text, first] = typed[record]!;
          await find(page, text);
          // At any position, because rows shown before the server responded keep their places
          const title = page.locator("span:not([class])", { hasText: new RegExp(`^${first}$`) });
          const row = palette(page).locator("#palette-items [role=option]", { has: title }).first();
          await row.hover();
          assert.deepEqual(await actionsIn(page, row), titlesFor(offers, kind), record);
        }
        await find(page, privateWord);
        const records = await palette(page).locator("#palette-items [data-more]").count();
        assert.equal(records > 0, (insiders as readonly string[]).includes(kind), privateWord);
        assert.deepEqual(visit.complaints, []);
      });
    }
  },
  startFurnished,
);

browserTest(
  "the palette shows people outside the workspace nothing of it",
  async (stage) => {
    const offered = new Set(globalOffers.map(({ title }) => title));
    const found = async (page: Page, text: string) => {
      await find(page, text);
      return await titlesIn(palette(page).locator("#palette-items"));
    };
    await stage.step("the owner of another workspace", async () => {
      await using visit = await enter(stage, "foreign");
      const { page } = visit;
      await page.goto("/workspace/tasks");
      await pressOpen(page);
      for (const [text, first] of Object.values(typed)) {
        const rows = (await found(page, text)).filter((title) => !offered.has(title));
        assert.ok(!rows.includes(first), `${text}: ${rows}`);
      }
    });
    for (const kind of ["signedOut", "removed"] as const) {
      await stage.step(kind, async () => {
        await using visit = kind === "removed" ? await enter(stage, kind) : await stage.open();
        const { page } = visit;
        await page.goto("/");
        await pressOpen(page);
        for (const text of ["create task", "mend the gate"]) {
          const rows = (await found(page, text)).filter((title) => offered.has(title));
          assert.deepEqual(rows, [], text);
        }
        const { status } = await page.evaluate<{ status: number }>(
          "fetch('/api/workspace/command').then(({ status }) => ({ status }))",
        );
        assert.equal(status, kind === "removed" ? 403 : 401);
      });
    }
  },
  startFurnished,
);
