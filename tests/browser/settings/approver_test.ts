import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { compose, openTask } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { colleagues } from "../../support/colleagues.ts";
import { browserTest } from "../../support/stage.ts";
import { field } from "../../support/writing.ts";

const pill = (page: Page) => page.getByRole("button", { name: /^Approver/ });
const menu = (page: Page) => page.getByRole("dialog", { name: "Approver" });
const isChosen = (page: Page, name: string) =>
  page.getByRole("button", { name: `Approver ${name}` }).waitFor();

browserTest("an approver is chosen from a menu that filters as you type", async (stage) => {
  await using people = await colleagues(stage);
  const { page, complaints } = people.grace;
  await compose(page, { title: "Mend the gate" });
  await openTask(page, "Mend the gate");
  await page.getByRole("main").getByRole("link", { name: "Approval" }).click();
  await page.locator("#pill-approver:focus").waitFor();
  assert.equal(await page.locator("#approver").isVisible(), false);
  await page.keyboard.press("Enter");
  await menu(page).getByRole("combobox").and(page.locator(":focus")).waitFor();
  await requireAccessible(page, "the menu of approvers", "#menu");
  assert.equal(await menu(page).getByRole("option", { name: /Grace/ }).count(), 0, "not oneself");
  await page.keyboard.type("zema");
  await menu(page).locator(".here", { hasText: "Heinz Zemanek" }).waitFor();
  await page.keyboard.press("Enter");
  await isChosen(page, "Heinz Zemanek");
  await page.locator("#pill-approver:focus").waitFor();
  await requireAccessible(page, "the form", "#new-approval");
  await field(page, "Request details").fill("Cut the old lock?");
  await page.reload();
  await isChosen(page, "Heinz Zemanek");
  await page.getByRole("button", { name: "Request approval" }).click();
  await page.getByText("Approval requested from Heinz Zemanek").waitFor();
  assert.deepEqual(complaints, []);
});

browserTest("requesting approval without an approver leads to the menu", async (stage) => {
  await using people = await colleagues(stage);
  const { page } = people.grace;
  await compose(page, { title: "Mend the gate" });
  await openTask(page, "Mend the gate");
  await page.getByRole("main").getByRole("link", { name: "Approval" }).click();
  await pill(page).waitFor();
  await field(page, "Request details").fill("Cut the old lock?");
  await page.getByRole("button", { name: "Request approval" }).click();
  await menu(page).getByRole("option", { name: /Heinz/ }).click();
  await isChosen(page, "Heinz Zemanek");
  await page.getByRole("button", { name: "Request approval" }).click();
  await page.getByText("Approval requested from Heinz Zemanek").waitFor();
});
