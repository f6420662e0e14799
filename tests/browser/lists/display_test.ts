import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row, signIn } from "../../support/browser_walk.ts";
import { requireAccessible } from "../../support/chromium.ts";
import { createAndListTasks, createTasks } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";

const height = async (page: Page) =>
  (await page.locator("#main .row").first().boundingBox())!.height;
const openGroups = async (page: Page) => {
  await page.waitForLoadState();
  return await page.locator("#main details[open]").count();
};

browserTest(
  "a list's row parts and density are stored per person and list, on every device",
  async ({ server, enter, open }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Mend the gate", "Oil the hinge"]);
    const reference = page.locator(".row-reference").first();
    assert.ok(await reference.isVisible());
    const before = await height(page);
    await page.getByRole("link", { name: "Display", exact: true }).click();
    await page.getByRole("option", { name: "Reference" }).click();
    await reference.waitFor({ state: "hidden" });
    await page.getByRole("option", { name: "Reference", selected: false }).waitFor();
    await requireAccessible(page, "the menu of how a list is shown");
    const hint = (await page.getByText("To use manual order").boundingBox())!;
    const menu = (await page.locator("#menu").boundingBox())!;
    assert.ok(hint.y + hint.height <= menu.y + menu.height + 2, "all of the menu is reached");
    await page.getByRole("option", { name: "Compact" }).click();
    await page.locator('#main[data-density="compact"]').waitFor();
    assert.ok(await height(page) < before);
    await page.keyboard.press("Escape");
    await page.goto("/workspace/tasks?assigneeId=me");
    assert.equal(await page.locator('#main[data-density="comfortable"]').count(), 1);
    await using elsewhere = await open();
    await signIn(elsewhere.page, server, "ada@example.com");
    assert.equal(await elsewhere.page.locator('#main[data-density="compact"]').count(), 1);
    assert.ok(await elsewhere.page.locator(".row-reference").first().isHidden());
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "collapsed groups stay collapsed, and a button or Alt collapses all of them",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createTasks(page, server.url, ["Mend the gate"]);
    await createTasks(page, server.url, ["Oil the hinge"], { status: "planned" });
    await page.goto("/workspace/tasks");
    assert.equal(await openGroups(page), 2);
    const told = () => page.waitForResponse((answer) => answer.url().endsWith("/tasks/display"));
    const first = page.locator("#main .group-head").first();
    await Promise.all([told(), first.click({ position: { x: 60, y: 8 } })]);
    await page.goto("/workspace/tasks?priority=none");
    assert.equal(await openGroups(page), 1);
    await Promise.all([told(), page.getByRole("button", { name: "Collapse all groups" }).click()]);
    assert.equal(await openGroups(page), 0);
    await page.reload();
    assert.equal(await openGroups(page), 0);
    // The name changes before the response
    const press = `(() => {
      const button = document.querySelector("[data-fold-all] button");
      button.click();
      return button.ariaLabel;
    })()`;
    await page.getByRole("button", { name: "Expand all groups" }).waitFor();
    const [, name] = await Promise.all([told(), page.evaluate(press)]);
    assert.equal(name, "Collapse all groups");
    assert.equal(await openGroups(page), 2);
    await Promise.all([
      told(),
      first.click({ modifiers: ["Alt"], position: { x: 60, y: 8 } }),
    ]);
    assert.equal(await openGroups(page), 0);
  },
);

browserTest("the focus outline inside a row is fully visible at every density", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await createAndListTasks(page, stage.server.url, ["Mend the gate", "Oil the hinge"]);
  for (const density of ["comfortable", "compact"]) {
    await page.evaluate(`document.getElementById("main").dataset.density = "${density}"`);
    await row(page, "Mend the gate").focus();
    // How far an outline reaches beyond the inside of its row, which is the painted area
    const over = await page.locator("#main .row:has(:focus) :is(a, button, input)").evaluateAll(
      (stops) =>
        stops.flatMap((stop) => {
          const place = stop as unknown as { focus(how: object): void };
          place.focus({ focusVisible: true });
          const line = stop.closest(".row")!;
          const { outlineStyle, outlineWidth, outlineOffset } = stop.ownerDocument.defaultView!
            .getComputedStyle(stop);
          const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
          const [own, { top }] = [stop.getBoundingClientRect(), line.getBoundingClientRect()];
          const fits = own.top - ring >= top && own.bottom + ring <= top + line.clientHeight;
          return fits || outlineStyle === "none" ? [] : [`${stop.className}, ${ring} px`];
        }),
    );
    assert.deepEqual(over, [], density);
  }
});
