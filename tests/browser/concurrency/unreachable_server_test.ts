import assert from "node:assert/strict";
import { row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { browserTest } from "../../support/stage.ts";
import { stockList } from "../../support/stock.ts";

browserTest(
  "that the server can't be reached is said until it can be again",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await stockList(page, server.url, ["Ash"]);
    const said = page.locator("#toasts").getByText("Can't reach the server");
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
