import assert from "node:assert/strict";
import { archiveByKey, compose, openTask, row, signIn } from "../../support/browser_walk.ts";
import { requireAccessibleThemes } from "../../support/chromium.ts";
import { browserTest } from "../../support/stage.ts";
import { settle } from "../guides/acme.ts";

browserTest(
  "archived records have their own lists, where they can be restored",
  async ({ enter, step }) => {
    await using visit = await enter();
    const { page } = visit;
    await page.goto("/workspace/tasks");
    const told = page.locator("#toasts");
    for (const title of ["Mend the gate", "Paint the fence", "Oil the hinge"]) {
      await compose(page, { title });
      await row(page, title).waitFor();
    }
    for (const title of ["Mend the gate", "Paint the fence"]) await archiveByKey(page, title);
    await step("a text search without results links to the archived tasks", async () => {
      await page.goto("/workspace/tasks?q=gate");
      await page.getByRole("link", { name: "Search archived tasks" }).click();
      await row(page, "Mend the gate").waitFor();
      assert.equal(await row(page, "Paint the fence").count(), 0);
    });
    await step("the filter menu offers archived tasks, and a chip shows the filter", async () => {
      await page.goto("/workspace/tasks");
      await row(page, "Oil the hinge").waitFor();
      await page.keyboard.press("f");
      await page.getByRole("combobox").waitFor();
      await page.keyboard.type("archived");
      await page.locator("#menu .menu-item.here", { hasText: "Archived tasks" }).waitFor();
      await page.keyboard.press("Enter");
      await row(page, "Mend the gate").waitFor();
      assert.equal(await row(page, "Oil the hinge").count(), 0);
      const main = page.getByRole("main");
      assert.equal(await main.getByText("Archived", { exact: true }).count(), 3);
      assert.equal(new URL(page.url()).searchParams.get("archived"), "true");
      await requireAccessibleThemes(page, "archived tasks");
      await page.setViewportSize({ width: 360, height: 740 });
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(wide <= 0, `${wide} px too wide`);
      const title = (await row(page, "Paint the fence").boundingBox())!;
      assert.ok(title.width >= 100, `${title.width} px for a title`);
      await page.setViewportSize({ width: 1440, height: 900 });
    });
    await step("a row restores its task, and Undo archives it again", async () => {
      await page.getByRole("button", { name: "Restore Paint the fence" }).click();
      await row(page, "Paint the fence").waitFor({ state: "detached" });
      await told.getByText(/-2 restored$/).waitFor();
      await told.getByRole("button", { name: "Undo" }).first().click();
      await row(page, "Paint the fence").waitFor();
    });
    await step("several selected tasks are restored at once", async () => {
      await row(page, "Mend the gate").focus();
      await page.keyboard.press("Control+a");
      await page.getByRole("region", { name: "Selected tasks" }).getByText("2").waitFor();
      await page.keyboard.press(".");
      await page.getByRole("option", { name: "Restore" }).click();
      await page.getByText("No matching tasks").waitFor();
      await told.getByText("2 tasks restored").waitFor();
      await page.getByRole("main").getByRole("link", { name: "Clear filters" }).click();
      await row(page, "Paint the fence").waitFor();
    });
    await step("a card on a board restores its task too", async () => {
      await archiveByKey(page, "Mend the gate");
      await page.goto("/workspace/tasks?archived=true&layout=board");
      await page.getByRole("button", { name: "Restore Mend the gate" }).waitFor();
      assert.deepEqual(visit.complaints, []);
    });
    await openTask(page, "Mend the gate");
    await page.getByText("This task is archived.").waitFor();
  },
);

browserTest("archived projects have their own lists", async ({ open, server }) => {
  await settle(server);
  await using visit = await open({});
  const { page } = visit;
  await signIn(page, server, "ada@example.com", "/workspace/projects/HAR");
  await page.keyboard.press(".");
  await page.getByRole("option", { name: "Archive" }).click();
  await page.getByText("HAR archived").waitFor();
  await page.goto("/workspace/projects");
  await row(page, "Gatehouse").waitFor();
  assert.equal(await row(page, "Harbour").count(), 0);
  await page.keyboard.press("f");
  await page.getByRole("option", { name: "Archived projects" }).click();
  await row(page, "Harbour").waitFor();
  assert.equal(await row(page, "Gatehouse").count(), 0);
  await page.getByRole("button", { name: "Restore Harbour" }).click();
  await page.getByText("HAR restored").waitFor();
  await page.getByText("No matching projects").waitFor();
  assert.deepEqual(visit.complaints, []);
});
