import { taskPath, tasksPath } from "../../views/paths.ts";
import { wholeTextPath } from "../../views/task_paths.ts";
import type { Page } from "../packages/playwright.ts";
import type { Demo } from "./demo.ts";
import type { Picture } from "./picture.ts";

/** A line of a log, whose quotes take many bytes in HTML. */
const line = '{"at":"07:12","boat":"Aurora","lane":"3","height":"2.1"}\n';

/** A description that is too long for a page. */
const description = `All lanes from last winter, as reported by the terminals.\n\n${
  "1. The planner reads length and height from the booking and suggests a lane.\n".repeat(300)
}`;

/** Creates a task whose texts and comments are too long for one page. @returns its ID and reference */
export async function createLongTask(send: Demo["send"]) {
  const title = "Compare last winter's lanes";
  const { task } = await send("POST /tasks", { title, teamId: "ENG", description }) as unknown as {
    task: { id: string; reference: string };
  };
  const body = `The log of the night boat:\n\n${line.repeat(90)}`;
  for (let n = 0; n < 40; n++) await send(`POST /tasks/${task.reference}/comments`, { body });
  return task;
}

const scrollTo = (selector: string) => (page: Page) =>
  page.locator(selector).first().scrollIntoViewIfNeeded();

/** Texts that end with "Show all", and conversations that continue on another page. */
export function picturesOfLongPages({ longTask: { id, reference } }: Demo): Picture[] {
  const at = taskPath(reference);
  const earlier = "#main a:has-text('Show earlier comments')";
  return [
    { name: "long-description", at, open: scrollTo(".markdown-rest") },
    {
      name: "long-description-whole",
      at: wholeTextPath(reference, id),
      open: scrollTo("#new-comment"),
    },
    { name: "long-conversation", at, open: scrollTo(earlier) },
    { name: "long-comment", at, open: scrollTo(".comment .markdown-rest") },
    {
      name: "long-conversation-earlier",
      at,
      async open(page) {
        await page.locator(earlier).click();
        await page.getByRole("link", { name: "Back to latest comments" }).waitFor();
      },
    },
    {
      name: "long-peek",
      at: `${tasksPath}?q=winter+lanes`,
      async open(page) {
        await page.locator("#main .row-title").first().focus();
        await page.keyboard.press("Space");
        await page.locator("#peek .detail h2").first().waitFor();
      },
    },
  ];
}
