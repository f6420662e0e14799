import assert from "node:assert/strict";
import { pill } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { menuField, openComposer, pick, signInToAcme } from "../../support/composing.ts";
import { browserTest } from "../../support/stage.ts";

browserTest(
  "a pill's menu isn't clipped by the dialog, and returns the focus to the pill",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await openComposer(page);
    await pill(page, "Priority").focus();
    for (const key of ["Enter", " "]) {
      await page.keyboard.press(key);
      await menuField(page).waitFor();
      const low = page.getByRole("option", { name: "Low" });
      const box = (await low.boundingBox())!;
      const at = `document.elementFromPoint(${box.x + 20}, ${box.y + 10})`;
      const top = await page.evaluate(
        `${at}.closest("[role=option]")?.querySelector("span").textContent`,
      );
      assert.equal(top, "Low", "nothing lies above it");
      await requireAccessible(page, "the composer with a menu open");
      await page.keyboard.press("Escape");
      await page.locator("#pill-priority:focus").waitFor();
      assert.ok(await page.getByRole("dialog", { name: "New task" }).isVisible());
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("choosing a project in the composer clears the milestone", async (stage) => {
  await using visit = await signInToAcme(stage);
  const { page } = visit;
  const choose = async (name: string, option: string) => {
    await pill(page, name).click();
    await page.locator("#menu").getByRole("option", { name: option }).click();
    await page.locator("#menu:popover-open").waitFor({ state: "detached" });
  };
  const milestone = page.locator("form[data-composer] [name=milestoneId]");
  await openComposer(page);
  await choose("Project", "Gatehouse");
  await choose("Milestone", "Foundations");
  assert.notEqual(await milestone.inputValue(), "");
  await choose("Project", "Gatehouse");
  assert.equal(await milestone.inputValue(), "");
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "the list of shortcuts includes the composer's shortcuts, each of which opens a menu that shows it",
  async (stage) => {
    await using visit = await signInToAcme(stage);
    const { page } = visit;
    await page.keyboard.press("?");
    const list = page.locator('dl[aria-labelledby="keys-new-task"] > div');
    await list.first().waitFor();
    const listed = await list.evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector("dt")!.textContent!,
        [...row.querySelectorAll("kbd")].map(({ textContent }) => textContent).join(" "),
      ])
    );
    await page.keyboard.press("Escape");
    const menus = listed.filter(([name]) => name !== "Add pasted link to task");
    assert.deepEqual(menus.map(([name]) => name), [
      ...["Team", "Status", "Priority", "Assignee", "Labels", "Project", "Milestone", "Deadline"],
      ...["Parent task", "Template"],
    ]);
    await openComposer(page);
    assert.equal(await pill(page, "Milestone").count(), 0, "a milestone is of a project");
    await pick(page, "m", "gate");
    await pill(page, "Milestone").waitFor();
    for (const [name, keys] of menus) {
      await page.keyboard.press(keys!.replaceAll(" ", "+"));
      await page.locator("#menu:popover-open").waitFor();
      await page.getByRole("listbox", { name: name!, exact: true }).waitFor();
      assert.equal(await page.locator("#menu .menu-press").textContent(), keys, name);
      await page.keyboard.press("Escape");
      await page.locator("#menu:popover-open").waitFor({ state: "detached" });
    }
    assert.deepEqual(visit.complaints, []);
  },
);
