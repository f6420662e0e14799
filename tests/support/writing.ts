import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { openFirstTask } from "./stock.ts";

/** A field that one writes in. */
export const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
/** What a text says that came back. */
export const note = (page: Page) => page.getByText("Draft restored");
/** The page of the only task. */
export const taskPage = "/workspace/tasks/ENG-1";

/** A task, on its page. */
export async function begin(page: Page) {
  await openFirstTask(page, { title: "Mend the gate", description: "It squeaks." });
}

/** Opens a text of the task for editing. */
export async function edit(page: Page, name: "title" | "description") {
  await page.getByRole("link", { name: `Edit the ${name}` }).click();
  await field(page, name === "title" ? "Title" : "Description").waitFor();
}

/** Leaves the editing of a text, as it stands. */
export async function leave(page: Page) {
  await page.keyboard.press("Escape");
  await page.locator("[data-cancel]").waitFor({ state: "detached" });
}

/** Changes the task in another way than by its page. */
export async function post(page: Page, form: Record<string, string>, path = taskPage) {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post(path, { form, headers, maxRedirects: 0 });
  assert.equal(answer.status(), 303);
}
