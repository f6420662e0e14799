import type { Page } from "../packages/playwright.ts";
import { field } from "./writing.ts";

/** Where one writes a comment on the task's page. */
export const newComment = (page: Page) => field(page, "Comment");

/** Says something on the task that is open. */
export async function say(page: Page, words: string) {
  await newComment(page).fill(words);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
}

/** Says the only comment otherwise. */
export async function correct(page: Page, words: string) {
  await page.getByRole("link", { name: /^Edit .+'s comment$/ }).click();
  await field(page, "Your comment").fill(words);
  await page.getByRole("button", { name: "Save" }).click();
}

/** Takes the only comment away. */
export async function deleteComment(page: Page) {
  await page.getByRole("link", { name: /^Edit .+'s comment$/ }).click();
  await page.getByText("Delete this comment").click();
  await page.getByRole("button", { name: "Delete comment" }).click();
}
