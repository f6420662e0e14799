import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { allAnswered } from "../support/chromium.ts";
import { paletteField, settled } from "../support/palette_pages.ts";
import { assertCurrent } from "../support/pictures.ts";
import { browserTest } from "../support/stage.ts";
import { createTasks, postComments } from "../support/example_tasks.ts";

const folder = new URL("../../static/docs/pictures/", import.meta.url);

/** Opens what each picture of the docs shows, by the picture's name. */
const pictures: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "task-list": (page) => page.goto("/workspace/tasks"),
  board: (page) => page.goto("/workspace/tasks?layout=board"),
  task: (page) => page.goto("/workspace/tasks/ENG-4"),
  "new-task": async (page) => {
    await page.goto("/workspace/tasks");
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("textbox", { name: "Title" }).fill("Hang the bell");
  },
  palette: async (page) => {
    await page.goto("/workspace/tasks");
    await page.keyboard.press("Control+k");
    await paletteField(page).fill("lantern");
    await settled(page, "lantern");
  },
};

async function stock(page: Page, origin: string): Promise<void> {
  const fill = (titles: string[], fields: Record<string, string>) =>
    createTasks(page, origin, titles, fields);
  await fill(["Draw the stairs", "Clean the lens"], { status: "completed" });
  await fill(["Order glass for the lantern"], { status: "planned", priority: "high" });
  const description =
    "The west wind blows rain through the gap.\n\n- [x] Measure\n- [ ] Cut the lead";
  await fill(["Seal the lantern room"], {
    status: "progressed",
    priority: "urgent",
    assigneeId: "me",
    description,
  });
  await fill(["Oil the door to the gallery"], { status: "progressed", priority: "medium" });
  await fill(["Paint the railing", "Test the fog horn"], { status: "planned", priority: "low" });
  await fill(["Write a guide for visitors", "Replace the lightning rod"], { status: "backlogged" });
  await postComments(page, origin, "ENG-4", ["The lead is here. I'll start at the west side."]);
}

browserTest("the pictures in the docs show the interface in both themes", async (stage) => {
  await using visit = await stage.enter();
  const { page } = visit;
  await stock(page, stage.server.url);
  // The message about the last comment appears here
  await page.goto("/workspace/inbox");
  await page.setViewportSize({ width: 1120, height: 700 });
  // WebP takes half the bytes of PNG, and only the protocol writes it
  const session = await visit.context.newCDPSession(page);
  for (const [name, open] of Object.entries(pictures)) {
    await open(page);
    await allAnswered(page);
    // A blinking caret is on some pictures only
    await page.evaluate("document.documentElement.style.caretColor = 'transparent'");
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const file = new URL(`${name}${theme === "dark" ? ".dark" : ""}.webp`, folder);
      const taken = await session.send("Page.captureScreenshot", { format: "webp", quality: 75 });
      await assertCurrent(page, file, Uint8Array.fromBase64(taken.data));
    }
  }
  assert.deepEqual(visit.complaints, []);
});
