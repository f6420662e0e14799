import assert from "node:assert/strict";
import { find, palette, pointsAt, pressOpen } from "../support/palette_pages.ts";
import { browserTest } from "../support/stage.ts";

const guide = "/docs/api/task/create";

browserTest(
  "a docs page opens search at the first key press, and only then loads the app's scripts",
  async ({ open }) => {
    await using visit = await open();
    const { page } = visit;
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(guide);
    assert.deepEqual(scripts.map((path) => path.split(".")[0]), ["/assets/docs"]);
    await page.keyboard.press("/");
    await palette(page).waitFor();
    await find(page, "create a task");
    await pointsAt(page, "Create a task on the web");
    await find(page, "task_archived");
    await pointsAt(page, "task_archived");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/docs/reference/errors#task_archived");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest(
  "the copy button selects the code if the browser blocks copying",
  async ({ open }) => {
    await using visit = await open();
    const { page } = visit;
    await page.goto("/docs/cli/task/create");
    const copy = page.locator(".docs-code").first().getByRole("button");
    await copy.click();
    // On pages without HTTPS, browsers block copying
    await copy.getByText("Selected").waitFor();
    const selected = await page.evaluate<string>("String(getSelection())");
    assert.match(selected, /^\.\/backlog\.sh tasks create --team-id ENG/);
  },
);

browserTest(
  "the lists beside a long docs page scroll to the current page and heading",
  async ({ open }) => {
    await using visit = await open();
    const { page } = visit;
    const isSeen = (link: string) =>
      page.evaluate<boolean>(`new Promise((found) => {
        const seen = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && found(true));
        seen.observe(document.querySelector('${link}'));
        setTimeout(() => found(false), 3_000);
      })`);
    await page.goto("/docs/reference/rest/project-settings");
    assert.ok(await isSeen(".docs-tree [aria-current]"), "the tree");
    await page.goto("/docs/reference/errors");
    await page.evaluate("document.getElementById('task_archived').scrollIntoView()");
    assert.ok(await isSeen('.docs-contents [href="#task_archived"]'), "the contents");
  },
);

browserTest("a workspace's palette finds the docs after a question mark", async ({ enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await page.goto("/workspace/tasks");
  await pressOpen(page);
  await find(page, "?task_archived");
  await pointsAt(page, "task_archived");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/docs/reference/errors#task_archived");
  assert.deepEqual(visit.complaints, []);
});
