import assert from "node:assert/strict";
import { signIn } from "../../support/browser_walk.ts";
import { byTouch } from "../../support/board.ts";
import { browserTest } from "../../support/stage.ts";
import { settle } from "../guides/acme.ts";

browserTest("a project's card is moved by touch after a long press", async (stage) => {
  await settle(stage.server);
  await using visit = await stage.open({ touch: true, width: 390 });
  const { page } = visit;
  await signIn(page, stage.server, "ada@example.com", "/workspace/projects?layout=board");
  await byTouch(page, { card: "Harbour", to: "planned", at: 0, keys: [] });
  await page.locator("#toasts").getByText("HAR moved to Planned").waitFor();
  await page.locator("#group-planned").getByRole("link", { name: "Harbour", exact: true })
    .waitFor();
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "a new project can be created by touch, and nothing is wider than the phone",
  async (stage) => {
    await settle(stage.server);
    await using visit = await stage.open({ touch: true, width: 360 });
    const { page } = visit;
    await signIn(page, stage.server, "ada@example.com", "/workspace/projects");
    await page.getByRole("link", { name: "New project" }).first().tap();
    await page.locator("#composer #pills").waitFor();
    await page.locator("#composer [name=name]").fill("Breakwater");
    await page.locator("#composer [name=summary]").fill("Stone by stone, ".repeat(12));
    const wide = await page.evaluate<number>(`Math.max(...[...document.querySelectorAll(
    "#composer :is(.composer, .composer-field, input, textarea, .pill, button)")]
    .map((one) => one.getBoundingClientRect().right))`);
    assert.ok(wide <= 360, `${wide} px`);
    await page.locator("#pill-priority").tap();
    await page.getByRole("option", { name: "Urgent" }).tap();
    await page.locator("#pill-priority").getByText("Urgent").waitFor();
    await page.getByRole("button", { name: "Create project" }).tap();
    await page.getByRole("heading", { level: 1, name: "Breakwater" }).waitFor();
    assert.deepEqual(visit.complaints, []);
  },
);
