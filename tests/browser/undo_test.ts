import assert from "node:assert/strict";
import { compose } from "../support/browser_walk.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "a property changed in the list comes back by a key, and by its Undo",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await compose(page, { title: "Mend the gate" });
    const priority = page.getByRole("main").getByRole("link", { name: /^Priority: / });
    const news = page.getByRole("status");
    for (const undo of ["key", "button"]) {
      await priority.click();
      await page.getByRole("option", { name: "Urgent" }).click();
      await news.getByText("ENG-1: priority changed.").waitFor();
      assert.equal(await priority.getAttribute("aria-label"), "Priority: Urgent");
      if (undo === "key") await page.keyboard.press("Control+z");
      else await news.getByRole("button", { name: "Undo" }).click();
      await news.getByText("ENG-1 is as it was.").waitFor();
      assert.equal(await priority.getAttribute("aria-label"), "Priority: No priority");
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("an Undo that one stands on stays, and leaves once one goes", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.clock.install();
  await compose(page, { title: "Mend the gate" });
  const undo = page.getByRole("status").getByRole("button", { name: "Undo" });
  await undo.waitFor();
  await undo.focus();
  await undo.hover();
  await page.mouse.move(0, 0);
  await page.clock.runFor(25_000);
  assert.equal(await undo.count(), 1);
  await undo.blur();
  await page.clock.runFor(25_000);
  assert.equal(await undo.count(), 0);
});
