import assert from "node:assert/strict";
import { goByKeys, signIn } from "../../support/browser_walk.ts";
import { menuField } from "../../support/composing.ts";
import { browserTest } from "../../support/stage.ts";
import { settle } from "../guides/acme.ts";

browserTest(
  "keys open menus of the focused project's row or card, and keys after G open pages instead",
  async (stage) => {
    await settle(stage.server);
    await using visit = await stage.open({});
    const { page } = visit;
    await signIn(page, stage.server, "ada@example.com", "/workspace/projects");
    const keys: [key: string, menu: string][] = [
      ["s", "Status of HAR"],
      ["p", "Priority of HAR"],
      ["a", "Lead of HAR"],
      ["l", "Labels of HAR"],
      ["d", "Target date of HAR"],
      [".", "Actions on HAR"],
    ];
    for (const layout of ["", "?layout=board"]) {
      await page.goto(`/workspace/projects${layout}`);
      const title = page.getByRole("link", { name: "Harbour", exact: true });
      for (const [key, menu] of keys) {
        await title.focus();
        await page.keyboard.press(key);
        await page.getByRole("dialog", { name: menu }).waitFor();
        await page.keyboard.press("Escape");
        await page.locator("#menu:popover-open").waitFor({ state: "detached" });
        await title.and(page.locator(":focus")).waitFor();
      }
    }
    await page.goto("/workspace/projects");
    await page.getByRole("link", { name: "Harbour", exact: true }).focus();
    await page.keyboard.press("s");
    await menuField(page).waitFor();
    await page.keyboard.type("plan");
    await page.keyboard.press("Enter");
    await page.locator("#group-planned").getByText("Harbour").waitFor();
    const on = await page.evaluate<string>("document.activeElement.closest('.row')?.id");
    assert.match(on ?? "", /^row-/, "the row that took its place has the focus");
    await goByKeys(page, "t");
    await page.waitForURL("**/workspace/tasks");
    await page.goto("/workspace/projects/HAR");
    await goByKeys(page, "p");
    await page.waitForURL("**/workspace/projects");
    assert.equal(await page.locator("#menu:popover-open").count(), 0);
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a collapsed group of projects stays collapsed after a reload", async (stage) => {
  await settle(stage.server);
  await using visit = await stage.open({});
  const { page } = visit;
  await signIn(page, stage.server, "ada@example.com", "/workspace/projects");
  const group = page.locator(".project-group > details").first();
  await group.waitFor();
  const told = page.waitForResponse((one) => one.request().method() === "POST");
  await group.locator("summary").click();
  await told;
  await page.reload();
  await page.locator(".project-group > details:not([open])").first().waitFor();
});
