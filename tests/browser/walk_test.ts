import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { choose, compose, mark, signUpOnPages, tells } from "../support/browser_walk.ts";
import { browserTest, startProgram } from "../support/stage.ts";

/** Everything from the first visit to a task's history. */
async function walk(page: Page) {
  await compose(page, { title: "Mend the gate", description: "It **squeaks**." });
  const row = page.getByRole("link", { name: "Mend the gate" });
  await row.waitFor();
  await compose(page, { title: "Paint the fence", status: "planned", priority: "high" });
  await page.getByRole("link", { name: "Paint the fence" }).waitFor();

  await page.getByRole("link", { name: "Filter", exact: true }).click();
  await page.getByRole("option", { name: "Planned" }).click();
  await page.getByRole("list", { name: "Filters" }).getByText("Planned").waitFor();
  assert.match(page.url(), /[?&]status=planned/);
  await row.waitFor({ state: "detached" });
  await page.getByRole("link", { name: /^Remove filter: Status/ }).click();
  await row.waitFor();

  await row.click();
  await page.getByRole("heading", { level: 1, name: "Mend the gate" }).waitFor();
  await page.locator("strong", { hasText: "squeaks" }).waitFor();
  await choose(page, "Status", "In progress");
  await tells(page, "Properties", "In progress");
  await choose(page, "Assignee", /Ada/i);
  await tells(page, "Activity", "assigned the task to");
  await choose(page, "Priority", "Urgent");
  await tells(page, "Properties", "Urgent");

  await page.getByRole("link", { name: "Edit the title" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Mend the garden gate");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "Mend the garden gate" }).waitFor();
  await page.getByRole("link", { name: "Edit the description" }).click();
  await page.getByRole("textbox", { name: "Description" }).fill("Oil it *first*.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("em", { hasText: "first" }).waitFor();

  const found = [
    "created the task",
    "changed the status from",
    "assigned the task to",
    "changed the priority from",
    "renamed the task from",
    "changed the description",
  ];
  for (const sentence of found) await tells(page, "Activity", sentence);
}

browserTest(
  "a person goes from sign-up to a task's history in the browser without a reload",
  async ({ server, open }) => {
    await using visit = await open();
    await signUpOnPages(visit.page, server, "ada@example.com");
    const notReloaded = await mark(visit.page);
    await walk(visit.page);
    await notReloaded();
    assert.deepEqual(visit.complaints, []);
  },
  startProgram,
);

// The only walk without scripts in a browser. The others are in tests/web, which takes a fraction of the time.
browserTest("a person goes from sign-up to a task's history without JavaScript", async (stage) => {
  await using visit = await stage.open({ javaScript: false });
  await signUpOnPages(visit.page, stage.server, "ada@example.com");
  await walk(visit.page);
  assert.deepEqual(visit.complaints, []);
}, startProgram);

browserTest(
  "text and links that people write run no scripts",
  async ({ server, open }) => {
    await using visit = await open();
    const { page } = visit;
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await signUpOnPages(page, server, "ada@example.com");
    const title = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;
    const description = [
      `<img src=x onerror=alert(3)>`,
      `[run](javascript:alert(4)) [data](data:text/html,<script>alert(5)</script>)`,
      `<a href="javascript:alert(6)" onclick="alert(7)">here</a>`,
    ].join("\n\n");
    await compose(page, { title, description });
    const link = page.getByRole("link", { name: title });
    await link.waitFor();
    await link.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    const hrefs = await page.locator("main a").evaluateAll((links) =>
      links.map((one) => one.getAttribute("href") ?? "")
    );
    assert.deepEqual(hrefs.filter((href) => /^\s*(javascript|data):/i.test(href)), []);
    assert.equal(await page.locator("main img, main script").count(), 0);
    assert.deepEqual(dialogs, []);
    assert.deepEqual(visit.complaints, []);
  },
);
