import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import {
  find,
  openPalette,
  palette,
  paletteField,
  pointsAt,
  pressOpen,
} from "../../support/palette_pages.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";

for (const what of ["later", "palette"]) {
  browserTest(
    `keys pressed before ${what}.js loads open the palette and go into its field`,
    async ({ enter }) => {
      await using visit = await enter();
      const { page } = visit;
      await page.goto("/workspace/tasks");
      for (const key of ["Control+k", "/"]) {
        const [asked, come] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
        await intercept(page, `**/assets/${what}.*`, async (route) => {
          asked.resolve();
          await come.promise;
          await route.continue();
        });
        await page.goto("/workspace/inbox");
        await asked.promise;
        await page.keyboard.press(key);
        // None of these keys acts on the page meanwhile
        await page.keyboard.type("create task");
        come.resolve();
        await pointsAt(page, "Create task");
        assert.equal(await paletteField(page).inputValue(), "create task");
        await page.unroute(`**/assets/${what}.*`);
      }
      assert.deepEqual(visit.complaints, []);
    },
  );
}

browserTest(
  "if the palette's scripts can't be loaded, a key leads to the palette's page",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await intercept(page, "**/assets/later.*", (route) => route.abort());
    await page.goto("/workspace/inbox");
    await page.keyboard.press("Control+k");
    await page.waitForURL("**/workspace/command");
    await page.getByRole("searchbox").waitFor();
    await page.unroute("**/assets/later.*");
    await intercept(page, "**/assets/palette.*", (route) => route.abort());
    await page.goto("/workspace/inbox");
    await page.keyboard.press("Control+k");
    await page.locator("#toasts").getByText("Search couldn't be loaded.").waitFor();
    await page.unroute("**/assets/palette.*");
    await pressOpen(page);
  },
);

for (const inField of [false, true]) {
  const where = inField ? "in a field " : "";
  browserTest(`a palette opened ${where}while a page loads stays open`, async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const [asked, come] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await openPalette(page);
    await page.keyboard.press("Escape");
    await page.evaluate(`document.querySelector("#main").insertAdjacentHTML(
      "beforeend", '<textarea id="beside"></textarea>')`);
    await intercept(page, "**/workspace/inbox", async (route) => {
      asked.resolve();
      await come.promise;
      await route.continue();
    });
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await asked.promise;
    const field = page.locator("#beside");
    if (inField) {
      await field.focus();
      // Text typed into a field still goes into the field
      await page.keyboard.type("so");
      assert.equal(await field.inputValue(), "so");
    }
    await page.keyboard.press("Control+k");
    await page.keyboard.type("open drafts");
    if (inField) assert.equal(await field.inputValue(), "so");
    come.resolve();
    await page.waitForURL("**/workspace/inbox");
    await pointsAt(page, "Open drafts");
    assert.equal(await paletteField(page).inputValue(), "open drafts");
    assert.deepEqual(visit.complaints, []);
  });
}

for (const asked of [false, true]) {
  const when = asked ? "is loading" : "isn't requested yet";
  browserTest(
    `a palette that is opened while a filtered list ${when} stays open and keeps its typed text`,
    async ({ server, enter }) => {
      await using visit = await enter();
      const { page } = visit;
      await createAndListTasks(page, server.url, ["Ash", "Birch"]);
      await page.goto("/workspace/tasks");
      await openPalette(page);
      await page.keyboard.press("Escape");
      const [comes, come] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      await intercept(page, (url) => url.searchParams.get("q") === "ash", async (route) => {
        comes.resolve();
        await come.promise;
        await route.continue();
      });
      await page.keyboard.press("q");
      await page.keyboard.type("ash");
      if (asked) await comes.promise;
      await page.keyboard.press("Control+k");
      await page.keyboard.type("open  draft");
      await pointsAt(page, "Open drafts");
      await page.keyboard.press("ArrowLeft");
      const covered = page.locator("[inert] #main, #main[inert]");
      if (asked) await covered.waitFor({ state: "attached" });
      come.resolve();
      await page.waitForURL((url) => url.searchParams.get("q") === "ash");
      await row(page, "Birch").waitFor({ state: "detached" });
      if (asked) await covered.waitFor({ state: "attached" });
      await page.keyboard.type("f");
      assert.equal(await paletteField(page).inputValue(), "open  drafft");
      await pointsAt(page, "Open drafts");
      await page.keyboard.press("Escape");
      await palette(page).waitFor({ state: "detached" });
      await page.locator("#text-filter-words:focus").waitFor();
      assert.equal(await page.locator("[inert]").count(), 0);
      assert.deepEqual(visit.complaints, []);
    },
  );
}

for (const rests of [false, true]) {
  browserTest(
    `a sign-in page that loads instead of a filtered list closes the palette, ${
      rests ? "also after a pause" : "immediately"
    }`,
    async ({ server, enter }) => {
      await using visit = await enter();
      const { page } = visit;
      await createAndListTasks(page, server.url, ["Ash", "Birch"]);
      await page.goto("/workspace/tasks");
      const [comes, come] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      await intercept(page, (url) => url.searchParams.get("q") === "ash", async (route) => {
        comes.resolve();
        await come.promise;
        await route.continue();
      });
      await page.keyboard.press("q");
      await page.keyboard.type("ash");
      await comes.promise;
      await openPalette(page);
      if (rests) await page.locator("body > [inert]").first().waitFor({ state: "attached" });
      await page.context().clearCookies();
      come.resolve();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      await palette(page).waitFor({ state: "detached" });
      // A disabled field can't get the focus
      await page.getByRole("textbox", { name: "Email" }).press("a");
      assert.equal(await page.locator("[inert]").count(), 0);
      assert.deepEqual(visit.complaints, []);
    },
  );
}

for (const held of [false, true]) {
  const pressed = held ? "held down" : "pressed twice";
  browserTest(`Enter ${pressed} on a command doesn't send the form it opens`, async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    await openPalette(page);
    await find(page, "create Oil the hinges");
    await pointsAt(page, "Create task");
    await page.keyboard.down("Enter");
    if (!held) await page.keyboard.up("Enter");
    const title = page.getByRole("textbox", { name: "Title" });
    if (held) await title.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Enter");
    await title.and(page.locator(":focus")).waitFor();
    await allAnswered(page);
    assert.equal(await title.inputValue(), "Oil the hinges");
    // Enter after another key does send the form
    await page.keyboard.type("!");
    await page.keyboard.press("Enter");
    await row(page, "Oil the hinges!").waitFor();
    assert.deepEqual(visit.complaints, []);
  });
}
