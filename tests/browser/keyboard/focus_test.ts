import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { row } from "../../support/browser_walk.ts";
import { intercept } from "../../support/interception.ts";
import { createAndListTasks, numberedNames } from "../../support/example_tasks.ts";
import { browserTest } from "../../support/stage.ts";
import { begin, edit, field, leave } from "../../support/writing.ts";

/** Returns the focused element's ID, or else its text. */
const focused = (page: Page) =>
  page.evaluate<string>(`(({ id, textContent, className }) =>
    className === "row-title" ? textContent : id || textContent.trim()
  )(document.activeElement)`);

/** Waits until an element has the focus. */
const stands = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor();

browserTest(
  "after saving or leaving a text, the focus is on the control that edits it",
  async ({ enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await begin(page);
    for (const name of ["title", "description"] as const) {
      for (const end of ["Enter", "Escape"] as const) {
        await edit(page, name);
        const text = page.locator(`textarea[name=${name}]`);
        await stands(page, `textarea[name=${name}]`);
        await page.keyboard.type("!");
        assert.match(await text.inputValue(), /!$/, "the caret is at the end");
        if (end === "Enter") await page.keyboard.press("Control+Enter");
        else await leave(page);
        await stands(page, `#open-edit-${name}`);
      }
    }
    const comment = field(page, "Comment");
    await comment.fill("Half a thought");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.locator(".comment").waitFor();
    await stands(page, "#new-comment-text");
    await page.getByRole("link", { name: /^Edit .+'s comment$/ }).click();
    await field(page, "Your comment").fill("A thought");
    await page.getByRole("button", { name: "Save" }).click();
    await stands(page, "[id^=open-edit-com_]");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("a response doesn't take the focus from another field", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await begin(page);
  await edit(page, "title");
  await field(page, "Title").fill("Mend the garden gate");
  await intercept(page, "**/ENG-1", async (route) => {
    await field(page, "Comment").focus();
    await page.keyboard.type("Half a ");
    await route.continue();
  });
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Mend the garden gate" }).waitFor();
  await page.keyboard.type("thought");
  assert.equal(await field(page, "Comment").inputValue(), "Half a thought");
});

browserTest(
  "after more rows load, the first of them has the focus",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 80));
    await page.getByRole("link", { name: /^Show more/ }).focus();
    await page.keyboard.press("Enter");
    await row(page, "Jar 6").waitFor();
    assert.equal(await focused(page), "Jar 55");
    await page.keyboard.press("j");
    assert.equal(await focused(page), "Jar 54");
  },
);

browserTest(
  "when a row moves to another group, the next row gets the focus",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, numberedNames("Jar", 60));
    await page.getByRole("link", { name: /^Show more/ }).click();
    await row(page, "Jar 2").waitFor();
    await row(page, "Jar 20").focus();
    await row(page, "Jar 20").scrollIntoViewIfNeeded();
    const top = (await row(page, "Jar 20").boundingBox())!.y;
    for (const [from, to] of [["Jar 20", "Jar 19"], ["Jar 19", "Jar 18"]]) {
      assert.equal(await focused(page), from);
      await page.keyboard.press("s");
      await page.getByRole("option", { name: "In progress" }).waitFor();
      await page.keyboard.type("progr");
      await page.keyboard.press("Enter");
      await page.getByRole("status").getByText(/^Status of .* changed/).waitFor();
      await page.locator(".row-title:focus", { hasText: to }).waitFor();
      assert.ok(Math.abs((await row(page, to!).boundingBox())!.y - top) < 3, "it stands as high");
    }
  },
);

browserTest(
  "a row whose menu a key opened under the pointer then has the focus",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    const here = page.locator(".row-title:focus");
    for (const [end, from] of [["Enter", "Inbox"], ["Escape", "Inbox"], ["Enter", ""]] as const) {
      await page.goto("/workspace/tasks");
      if (from) await page.getByRole("navigation").getByRole("link", { name: from }).focus();
      await row(page, "Birch").hover();
      await page.keyboard.press("a");
      await page.locator('#menu:popover-open [role="combobox"]:focus').waitFor();
      await page.keyboard.type(from ? "ada" : "no assignee");
      await page.keyboard.press(end);
      if (end === "Enter") {
        await page.getByRole("status").getByText(/^Assignee of .* changed/).waitFor();
      }
      await page.locator("#menu:popover-open").waitFor({ state: "detached" });
      await here.filter({ hasText: "Birch" }).waitFor();
    }
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "after Undo or Dismiss in a message, the message's row has the focus",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    const news = page.getByRole("status");
    for (const way of ["Undo", "Dismiss"]) {
      await row(page, "Birch").focus();
      await page.keyboard.press("p");
      await page.getByRole("option", { name: way === "Undo" ? "High" : "Low" }).click();
      await news.getByText(/^Priority of .* changed/).waitFor();
      await news.getByRole("button", { name: way }).click();
      await page.locator(".row-title:focus", { hasText: "Birch" }).waitFor();
    }
  },
);

browserTest("a new task has the focus in its list", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash", "Birch"]);
  await page.keyboard.press("c");
  await field(page, "Title").waitFor();
  await page.keyboard.type("Cedar");
  await page.keyboard.press("Enter");
  await page.locator(".row-title:focus", { hasText: "Cedar" }).waitFor();
});

browserTest(
  "after a record is removed from a list, its only neighbor has the focus",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    await page.goto("/workspace/tasks/ENG-1");
    const removals = page.getByRole("button", { name: /^Remove: blocks/ });
    for (const end of ["last", "first"] as const) {
      for (const otherId of ["ENG-2", "ENG-3"]) {
        await page.request.post("/workspace/tasks/ENG-1/relations/blocks", {
          form: { otherId },
          headers: { origin: server.url },
        });
      }
      await page.reload();
      await removals[end]().press("Enter");
      await page.locator(".detail-item a:focus").waitFor();
      await removals.press("Enter");
      await removals.waitFor({ state: "detached" });
    }
  },
);
