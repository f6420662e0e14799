import assert from "node:assert/strict";
import { allAnswered } from "../../support/chromium.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, edit, field } from "../../support/writing.ts";

browserTest(
  "a late live update doesn't reopen a closed form",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    await edit(page, "description");
    await field(page, "Description").fill("It squeaks loudly.");
    await page.getByText("Saved", { exact: true }).waitFor();
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: left, resolve: leave } = Promise.withResolvers<void>();
    let posted = false;
    await intercept(page, "**/workspace/tasks/ENG-1*", async (route) => {
      const request = route.request();
      if (request.method() === "POST") posted = true;
      if (request.method() !== "GET" || !posted) return await route.continue();
      if (request.headers()["backlog-live"]) {
        const answer = await route.fetch();
        ask();
        await left;
        await route.fulfill({ response: answer });
      } else {
        await asked;
        await route.continue();
      }
    });
    await page.keyboard.press("Escape");
    await page.locator("#open-edit-description:focus").waitFor();
    const live = page.waitForEvent("requestfinished", (one) => "backlog-live" in one.headers());
    leave();
    await live;
    await allAnswered(page);
    assert.equal(await page.locator("[data-cancel]").count(), 0);
  },
);
