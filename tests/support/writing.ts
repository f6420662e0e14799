import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { openFirstTask } from "./example_tasks.ts";

/** A text field. */
export const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
/** Returns the message about a restored text. */
export const note = (page: Page) => page.getByText("Draft restored");
/** The path of the only task. */
export const taskPage = "/workspace/tasks/ENG-1";

/** Creates a task and opens its page. */
export async function begin(page: Page) {
  await openFirstTask(page, { title: "Mend the gate", description: "It squeaks." });
}

/** Opens a text of the task for editing. */
export async function edit(page: Page, name: "title" | "description") {
  await page.getByRole("link", { name: `Edit the ${name}` }).click();
  await field(page, name === "title" ? "Title" : "Description").waitFor();
}

/** Stops editing a text without saving or reverting it. */
export async function leave(page: Page) {
  await page.keyboard.press("Escape");
  await page.locator("[data-cancel]").waitFor({ state: "detached" });
}

/** Changes the task without using its page. */
export async function post(page: Page, form: Record<string, string>, path = taskPage) {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post(path, { form, headers, maxRedirects: 0 });
  assert.equal(answer.status(), 303);
}
