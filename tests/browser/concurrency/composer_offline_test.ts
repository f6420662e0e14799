import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { enterCode, openTask, signInOnPages } from "../../support/browser_walk.ts";
import { allAnswered } from "../../support/chromium.ts";
import {
  drafts,
  draftSavedToast,
  openComposer,
  signInToAcme,
  write,
} from "../../support/composing.ts";
import { intercept } from "../../support/interception.ts";
import { until } from "../../support/limits.ts";
import { signUpRemotely } from "../../support/remote_person.ts";
import { browserTest } from "../../support/stage.ts";
import { field, note } from "../../support/writing.ts";

const here = (page: Page) => page.getByRole("status").getByText("is stored on this device");

browserTest("a draft is saved once when the server is reachable again", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await intercept(
    page,
    (url) => url.pathname === "/workspace/tasks",
    (route) => route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await write(page, "Ash");
  await page.keyboard.press("Escape");
  await here(page).waitFor();
  // The draft can be continued
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await note(page).waitFor();
  assert.equal(await field(page, "Title").inputValue(), "Ash");
  await page.keyboard.type(" tree");
  await page.keyboard.press("Escape");
  await here(page).waitFor();
  await page.unrouteAll();
  await page.getByRole("link", { name: "My tasks" }).click();
  await draftSavedToast(page).waitFor();
  assert.deepEqual(await drafts(page), ["Ash tree"]);
});

browserTest(
  "after a lost response and a reload, there is only one draft",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    let tries = 0;
    const { promise: again, resolve } = Promise.withResolvers<void>();
    await intercept(page, "**/workspace/tasks", async (route) => {
      if (route.request().method() === "GET") return await route.continue();
      const response = await route.fetch();
      tries++;
      if (tries === 1) await route.abort();
      // The second request is still pending when its page closes
      else if (tries === 2) resolve();
      else await route.fulfill({ response });
    });
    await write(page, "Ash");
    await page.keyboard.press("Escape");
    await here(page).waitFor();
    await page.reload();
    await again;
    await page.reload();
    await draftSavedToast(page).waitFor();
    assert.deepEqual(await drafts(page), ["Ash"]);
  },
);

browserTest(
  "text edited after two lost responses becomes one draft with the latest text",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    let tries = 0;
    await intercept(page, "**/workspace/tasks", async (route) => {
      if (route.request().method() === "GET") return await route.continue();
      const response = await route.fetch();
      tries++;
      if (tries <= 2) await route.abort();
      else await route.fulfill({ response });
    });
    await write(page, "Ash");
    await field(page, "Description").fill("Tall");
    await page.keyboard.press("Escape");
    for (const [n, more] of [" tree", " trees"].entries()) {
      // The message of the previous attempt looks the same
      await until("The next attempt", () => tries > n);
      await here(page).waitFor();
      await page.getByRole("link", { name: "Open", exact: true }).click();
      await note(page).waitFor();
      await field(page, "Title").fill(`Ash${more}`);
      await field(page, "Description").fill("");
      await page.keyboard.press("Escape");
    }
    await draftSavedToast(page).waitFor();
    assert.equal(tries, 3);
    assert.deepEqual(await drafts(page), ["Ash trees"]);
    await openTask(page, "Ash trees");
    assert.equal(await page.locator("#main").getByText("Tall").count(), 0);
  },
);

browserTest(
  "after a captive portal's response, the text is kept on the device and sent later",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await intercept(
      page,
      (url) => url.pathname === "/workspace/tasks",
      (route) =>
        route.request().method() === "POST"
          ? route.fulfill({ contentType: "text/html", body: "<!doctype html><h1>Pay</h1>" })
          : route.continue(),
    );
    await write(page, "Ash");
    await page.keyboard.press("Escape");
    await here(page).waitFor();
    assert.equal(await page.getByText("Pay").count(), 0);
    await page.unrouteAll();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await draftSavedToast(page).waitFor();
    assert.deepEqual(await drafts(page), ["Ash"]);
  },
);

browserTest(
  "after a session ends, the draft is created only for the person who signs in again",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page, context } = visit;
    await signUpRemotely(stage.server, "frode@example.com");
    await write(page, "Ada's gate");
    await context.clearCookies();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/auth\/signin/);
    await enterCode(page, stage.server, "frode@example.com", "Sign in");
    await page.waitForURL("**/workspace/tasks");
    await allAnswered(page);
    assert.deepEqual(await drafts(page), []);
    await context.clearCookies();
    await signInOnPages(page, stage.server, "ada@example.com");
    await allAnswered(page);
    assert.deepEqual(await drafts(page), ["Ada's gate"]);
  },
);

browserTest("text refused as a draft returns to the composer with the reason", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  await openComposer(page);
  await field(page, "Title").fill("t".repeat(600));
  await page.keyboard.press("Escape");
  await page.getByRole("status").getByText("Use at most 512 characters.").waitFor();
  await here(page).waitFor();
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await note(page).waitFor();
  assert.equal((await field(page, "Title").inputValue()).length, 600);
  await field(page, "Title").fill("Mend the gate");
  await page.keyboard.press("Escape");
  await draftSavedToast(page).waitFor();
  assert.deepEqual(await drafts(page), ["Mend the gate"]);
});

browserTest("the same text in two tabs becomes one draft", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page, context } = visit;
  await write(page, "Ash");
  const other = await context.newPage();
  await other.goto("/workspace/tasks");
  await openComposer(other);
  await note(other).waitFor();
  for (const tab of [other, page]) {
    await tab.bringToFront();
    await tab.keyboard.press("Escape");
    await draftSavedToast(tab).waitFor();
  }
  assert.deepEqual(await drafts(page), ["Ash"]);
});
