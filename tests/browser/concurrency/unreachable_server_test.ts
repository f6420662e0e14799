import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { startInside } from "../../support/house_server.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { createWorld } from "../../support/world.ts";

browserTest(
  "a message says that the server can't be reached, until the server responds again",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash"]);
    const said = page.locator("#toasts").getByText(
      "Can't reach the server. Try again in a moment.",
    );
    await row(page, "Ash").focus();
    await intercept(page, "**/workspace/tasks/**", (route) => route.abort());
    await page.keyboard.press("p");
    await said.waitFor();
    await page.unroute("**/workspace/tasks/**");
    await page.keyboard.press("p");
    await page.locator("#menu:popover-open").waitFor();
    assert.equal(await said.count(), 0);
  },
);

/** Starts a server whose Drafts page fails. */
async function startFailing() {
  const world = await createWorld();
  await world.database.write(({ schema }) =>
    schema.alterTable("unsent_comments").renameTo("broken").execute()
  );
  return startInside({ world });
}

browserTest(
  "a page that fails shows its error and request ID, by mouse and keyboard, and other pages still open",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const open = [
      () => page.locator("#sidebar").getByRole("link", { name: "Drafts" }).click(),
      () => page.keyboard.press("g").then(() => page.keyboard.press("d")),
    ];
    for (const lead of open) {
      await lead();
      await page.getByRole("heading", { name: "Something went wrong" }).waitFor();
      await page.locator("main", { hasText: /Request ID [\da-f-]{36}/ }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/workspace/drafts");
      assert.equal(await page.locator("#toasts .toast").count(), 0);
      await page.locator("#sidebar").getByRole("link", { name: "Views" }).click();
      await page.getByRole("heading", { level: 1, name: "Views" }).waitFor();
    }
  },
  startFailing,
);
