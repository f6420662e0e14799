import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { longPress } from "../../support/long_press.ts";
import { browserTest } from "../../support/stage.ts";
import { settle } from "../guides/acme.ts";

browserTest(
  "a project's actions open from its row and card, with a right click and with the menu key",
  async (stage) => {
    await settle(stage.server);
    await using visit = await stage.open({});
    const { page } = visit;
    await signIn(page, stage.server, "ada@example.com");
    const menu = page.getByRole("dialog", { name: "Actions on HAR" });
    const closed = async () => {
      await page.keyboard.press("Escape");
      await menu.waitFor({ state: "detached" });
    };
    for (const at of ["/workspace/projects?layout=board", "/workspace/projects"]) {
      await page.goto(at);
      const title = page.getByRole("link", { name: "Harbour", exact: true });
      await title.click({ button: "right" });
      await menu.getByRole("option", { name: "Archive" }).waitFor();
      await closed();
      await title.focus();
      await page.keyboard.press("ContextMenu");
      await menu.waitFor();
      await closed();
      await title.and(page.locator(":focus")).waitFor();
    }
    await page.getByRole("link", { name: "Harbour", exact: true }).click({ button: "right" });
    await menu.getByRole("option", { name: "Archive" }).click();
    await page.locator("#toasts").getByText("HAR archived").waitFor();
    await page.getByRole("link", { name: "Harbour", exact: true }).waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await page.getByRole("link", { name: "Harbour", exact: true }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a project's actions open with a long press on its row", async (stage) => {
  await settle(stage.server);
  await using visit = await stage.open({ touch: true });
  const { page } = visit;
  await signIn(page, stage.server, "ada@example.com", "/workspace/projects");
  await longPress(page, "Harbour");
  await page.getByRole("dialog", { name: "Actions on HAR" }).waitFor();
  assert.deepEqual(visit.complaints, []);
});
