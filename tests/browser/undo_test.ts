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
