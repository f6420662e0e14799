import assert from "node:assert/strict";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import {
  actionsOf,
  find,
  openActions,
  palette,
  paletteField,
  pointsAt,
  pressOpen,
  result,
  settled,
} from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";

const payload = "**/assets/pages.*";

browserTest(
  "every launcher on the public site opens its palette, which finds the other pages",
  async ({ open }) => {
    await using visit = await open();
    const { page } = visit;
    await page.goto("/");
    const search = page.getByRole("banner").getByRole("link", { name: "Search" });
    await search.focus();
    for (const key of ["Control+k", "Meta+k", "/"]) {
      await pressOpen(page, key);
      await pointsAt(page, "Create your account");
      assert.equal(await result(page, "Home").count(), 0, "one is there");
      await page.keyboard.press("Escape");
      await palette(page).waitFor({ state: "detached" });
      await search.and(page.locator(":focus")).waitFor();
    }
    await search.click();
    await paletteField(page).and(page.locator(":focus")).waitFor();
    await page.keyboard.type("login");
    await pointsAt(page, "Sign in");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/auth/signin");
    await palette(page).waitFor({ state: "detached" });
    const email = page.getByLabel("Email address");
    await email.fill("a");
    await page.keyboard.press("/");
    assert.equal(await email.inputValue(), "a/", "in a field one types it");
    await pressOpen(page);
    await pointsAt(page, "Create your account");
    assert.equal(await result(page, "Sign in").count(), 0);
    await result(page, "Home").waitFor();
    assert.equal(await result(page, "Open Backlog").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the public palette leads signed-in people into the workspace, where the workspace's palette opens",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/");
    await pressOpen(page);
    await pointsAt(page, "Open Backlog");
    assert.equal(await result(page, "Sign in").count(), 0);
    await page.keyboard.type("tasks");
    await pointsAt(page, "Open tasks");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspace/tasks");
    await page.locator("#palette[data-of=workspace]").waitFor({ state: "attached" });
    await pressOpen(page);
    await find(page, "open roadmap");
    await pointsAt(page, "Open roadmap");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "public pages are requested once, text typed before they load finds them, and a failed load can be retried",
  async ({ open }) => {
    await using visit = await open();
    const { page } = visit;
    let [asked, away] = [0, true];
    const come = Promise.withResolvers<void>();
    await intercept(page, payload, async (route) => {
      asked++;
      if (away) return await route.abort();
      await come.promise;
      // Requests that were aborted since need no response
      await route.continue().catch(() => {});
    });
    await page.goto("/");
    await pressOpen(page);
    const note = palette(page).locator("[data-note]");
    await note.getByText("Search couldn't be loaded.").waitFor();
    away = false;
    await note.getByRole("button", { name: "Try again" }).click();
    await note.getByText("Loading…").waitFor();
    await paletteField(page).press("r");
    await page.keyboard.type("est");
    await note.getByText("Searching for “rest”…").waitFor();
    await page.keyboard.press("Enter");
    come.resolve();
    await page.waitForURL("**/openapi.json");
    await page.goto("/auth/signup");
    await pressOpen(page);
    await pointsAt(page, "Sign in");
    const before = asked;
    await page.keyboard.press("Escape");
    await pressOpen(page);
    await find(page, "rest");
    await pointsAt(page, "REST API");
    assert.equal(asked, before);
  },
);

browserTest(
  "axe-core finds nothing in the public palette, light or dark, and it fits 360 px",
  async ({ open }) => {
    await using visit = await open({ width: 360 });
    const { page } = visit;
    for (const path of ["/", "/auth/signin", "/?q=", "/?q=zebra"]) {
      await page.goto(path);
      await requireAccessibleThemes(page, path);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      assert.ok(wide <= 360, `${path}: ${wide} px`);
    }
    await pressOpen(page);
    await settled(page, "");
    await requireAccessibleThemes(page, "as it opens", "#palette");
    await openActions(page);
    await actionsOf(page).getByText("Copy link").waitFor();
    await requireAccessibleThemes(page, "what can be done", "#palette");
    await actionsOf(page).getByText("Copy link").click();
    await page.locator("#toasts").getByText(/copied|Copy the text yourself/).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
