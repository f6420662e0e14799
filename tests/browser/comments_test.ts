import type { Page } from "playwright-core";
import assert from "node:assert/strict";
import { choose, compose, onStage, signUp, tells } from "../support/browser_walk.ts";
import { chromiumPath } from "../support/chromium.ts";

const ignore = chromiumPath === undefined;

/** Says something on a task, corrects it, takes it back. */
async function converse(page: Page) {
  await compose(page, { title: "Mend the gate" });
  await page.getByRole("link", { name: "Mend the gate" }).click();
  const field = page.getByRole("textbox", { name: "Comment", exact: true });
  await field.fill("The hinge is **gone**.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.locator(".comment strong", { hasText: "gone" }).waitFor();
  assert.equal(await field.inputValue(), "");

  await page.getByRole("link", { name: /^Edit the comment/ }).click();
  await page.getByRole("textbox", { name: "Your comment" }).fill("The hinge is *bent*.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".comment em", { hasText: "bent" }).waitFor();

  await page.getByRole("link", { name: /^Edit the comment/ }).click();
  await page.getByText("Delete this comment").click();
  await page.getByRole("button", { name: "Delete comment" }).click();
  await tells(page, "Activity", "deleted a comment of");
  assert.equal(await page.locator(".comment").count(), 0);
}

Deno.test({
  name: "one comments on a task, edits what one said and takes it back",
  ignore,
  fn: () =>
    onStage(async ({ server, open }) => {
      await using visit = await open();
      await signUp(visit.page, server, "ada@example.com");
      await converse(visit.page);
      assert.deepEqual(visit.complaints, []);
    }),
});

Deno.test({
  name: "commenting works with JavaScript off",
  ignore,
  fn: () =>
    onStage(async ({ server, open }) => {
      await using visit = await open({ javaScript: false });
      await signUp(visit.page, server, "ada@example.com");
      await converse(visit.page);
    }),
});

Deno.test({
  name: "a comment being written outlasts a change of the task's properties",
  ignore,
  fn: () =>
    onStage(async ({ server, open }) => {
      await using visit = await open();
      const { page } = visit;
      await signUp(page, server, "ada@example.com");
      await compose(page, { title: "Mend the gate" });
      await page.getByRole("link", { name: "Mend the gate" }).click();
      const field = page.getByRole("textbox", { name: "Comment", exact: true });
      await field.fill("Half a thought");
      await choose(page, "Priority", "Urgent");
      await tells(page, "Activity", "changed the priority from");
      assert.equal(await field.inputValue(), "Half a thought");
    }),
});
