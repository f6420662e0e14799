import type { Page } from "../packages/playwright.ts";
import { field } from "./writing.ts";

/** The comment field on a task's page. */
export const newComment = (page: Page) => field(page, "Comment");

/** Posts a comment on the open task. */
export async function say(page: Page, words: string) {
  await newComment(page).fill(words);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
}

/** Edits the only comment. */
export async function correct(page: Page, words: string) {
  await page.getByRole("link", { name: /^Edit .+'s comment$/ }).click();
  await field(page, "Your comment").fill(words);
  await page.getByRole("button", { name: "Save" }).click();
}

/** Deletes the only comment. */
export async function deleteComment(page: Page) {
  await page.getByRole("link", { name: /^Edit .+'s comment$/ }).click();
  await page.getByText("Delete this comment").click();
  await page.getByRole("button", { name: "Delete comment" }).click();
}
