import assert from "node:assert/strict";
import { askForCode, row, tells } from "../support/browser_walk.ts";
import { createAndListTasks, openFirstTask } from "../support/example_tasks.ts";
import { browserTest } from "../support/stage.ts";

browserTest("a task is created, opened, and changed by keyboard", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  await page.keyboard.press("c");
  const title = page.getByRole("textbox", { name: "Title" });
  await title.waitFor();
  await page.keyboard.type("Count the jars, then paint scales");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const made = row(page, "Count the jars, then paint scales");
  await made.waitFor();
  await title.waitFor({ state: "detached" });
  assert.equal(await made.count(), 1);
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  await page.getByRole("option", { name: "Planned" }).waitFor();
  await page.keyboard.type("prog");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "In progress" }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /^Count the jars/ }).waitFor();
  await page.keyboard.press("p");
  await page.getByRole("option", { name: "High" }).waitFor();
  await page.keyboard.type("high");
  await page.keyboard.press("Enter");
  await tells(page, "Properties", "High");
  assert.deepEqual(visit.complaints, []);
});

browserTest(
  "Tab stops at a single row, arrows move between rows, and links in a row name their task",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar", "Elm"]);
    const focused = (title: string) =>
      page.locator(".row-title:focus", { hasText: title }).waitFor();
    /** Returns the rows that Tab reaches after the bar, one for each Tab stop. */
    const passed = async () => {
      await page.locator(".bar-new").focus();
      const rows: string[] = [];
      do {
        await page.keyboard.press("Tab");
        const at = page.locator(".row:focus-within .row-title");
        if (await at.count() > 0) rows.push(await at.innerText());
      } while (await page.locator("#main :focus").count() > 0);
      return rows;
    };
    assert.deepEqual([...new Set(await passed())], ["Elm"]);
    await row(page, "Elm").focus();
    for (let n = 0; n < 2; n++) await page.keyboard.press("ArrowDown");
    await focused("Birch");
    const stops = await passed();
    assert.deepEqual([...new Set(stops)], ["Birch"]);
    assert.ok(stops.length <= 6, `${stops.length} stops`);
    const priority = page.locator(".row", { hasText: "Birch" }).getByRole("link", {
      name: /^Prio/,
    });
    const described = await priority.getAttribute("aria-describedby");
    assert.equal(await page.locator(`[id="${described}"]`).innerText(), "Birch");
    await row(page, "Birch").focus();
    await page.keyboard.press("s");
    await page.getByRole("dialog", { name: "Status of ENG-2", exact: true }).waitFor();
    await page.getByRole("option", { name: "Planned" }).click();
    await page.getByRole("heading", { name: "Planned" }).waitFor();
    await focused("Ash");
    await page.keyboard.press("ArrowUp");
    await focused("Cedar");
    assert.deepEqual([...new Set(await passed())], ["Cedar"]);
    const ranks = await page.locator("h1:visible, h2:visible, h3:visible").evaluateAll((all) =>
      all.map(({ tagName }) => tagName)
    );
    assert.equal(ranks[0], "H1", "nothing is above the page's own heading");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a code sent with Enter right after typing is sent once", async ({ server, open }) => {
  await using visit = await open();
  const { page } = visit;
  await page.goto("/auth/signup");
  await askForCode(page, "ada@example.com");
  await page.getByLabel("Six-digit code").focus();
  await page.keyboard.type(await server.codeFor("ada@example.com"));
  await page.keyboard.press("Enter");
  await page.getByLabel("Workspace name").waitFor();
});

browserTest("G and a letter open a page, even if the keys arrive late", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  await page.evaluate(`(async () => {
    const hear = (key, timeStamp) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, "timeStamp", { value: timeStamp });
      document.body.dispatchEvent(event);
    };
    const at = performance.now();
    hear("g", at);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    hear("i", at + 300);
  })()`);
  await page.waitForURL("**/workspace/inbox");
});

browserTest("? opens the list of shortcuts, and Escape closes the list", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
});

browserTest("an edit from an outdated page keeps its text and reports this", async ({ enter }) => {
  for (const javaScript of [true, false]) {
    await using visit = await enter({ javaScript }, `ada${Number(javaScript)}@example.com`);
    const { page } = visit;
    await openFirstTask(page, { title: "Mend the gate" });
    await page.getByRole("link", { name: "Edit the title" }).click();
    const other = await visit.context.newPage();
    await other.goto(page.url().split("?")[0]!);
    await other.getByRole("link", { name: "Edit the title" }).click();
    await other.getByRole("textbox", { name: "Title" }).fill("Theirs");
    await other.getByRole("button", { name: "Save" }).click();
    await other.getByRole("heading", { level: 1, name: "Theirs" }).waitFor();
    await page.getByRole("textbox", { name: "Title" }).fill("Mine");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(/while you were editing/).waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Title" }).inputValue(), "Mine");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { level: 1, name: "Mine" }).waitFor();
  }
});
