import assert from "node:assert/strict";
import type { Page } from "../../packages/playwright.ts";
import { openTask, pill, row } from "../../support/browser_walk.ts";
import { select } from "../../support/selecting.ts";
import { browserTest } from "../../support/stage.ts";
import { createAndListTasks } from "../../support/example_tasks.ts";
import { edit, field } from "../../support/writing.ts";

/** Each key that opens a menu of a task, by the menu, as in the list of shortcuts. */
const menuKeys = (page: Page) =>
  page.locator("#keys [data-key]").evaluateAll((all) =>
    all.map((one) => [one.getAttribute("data-opens")!, one.getAttribute("data-key")!.toLowerCase()])
  ) as Promise<[menu: string, key: string][]>;

/** Presses a key, and returns the URL of the menu that it opens. */
async function menuBehind(page: Page, key: string): Promise<string> {
  const asked = page.waitForRequest((request) =>
    /\/tasks\/[^/]+\/(?!here\b)\w+/.test(request.url())
  );
  await page.keyboard.press(key);
  const { pathname, searchParams } = new URL((await asked).url());
  await page.locator("#menu:popover-open").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#menu:popover-open").waitFor({ state: "detached" });
  return [pathname, searchParams.get("tasks")].filter(Boolean).join(" ");
}

browserTest(
  "a menu's key acts on the selection, or else on the focused or hovered row, or else on the open task",
  async ({ server, enter }) => {
    await using visit = await enter();
    const { page } = visit;
    await createAndListTasks(page, server.url, ["Ash", "Birch", "Cedar"]);
    const keys = await menuKeys(page);
    assert.ok(keys.length > 5, keys.join(" "));
    const expect = async (place: string, tasks: string) => {
      for (const [menu, key] of keys) {
        assert.equal(await menuBehind(page, key), `/workspace/tasks/${place}/${menu}${tasks}`, key);
      }
    };
    await row(page, "Cedar").hover();
    await expect("ENG-3", "");
    await page.mouse.move(0, 0);
    await row(page, "Birch").focus();
    await expect("ENG-2", "");
    await select(page, "Ash", "Cedar");
    await page.mouse.move(0, 0);
    await row(page, "Birch").focus();
    await expect("selected", " ENG-1,ENG-3");
    await page.keyboard.press("Escape");
    await openTask(page, "Birch");
    await expect("ENG-2", "");
    assert.deepEqual(visit.complaints, []);
  },
);

browserTest("single-key shortcuts do nothing while someone types", async ({ server, enter }) => {
  await using visit = await enter();
  const { page } = visit;
  await createAndListTasks(page, server.url, ["Ash", "Birch"]);
  const pressed = [...new Set((await menuKeys(page)).map(([, key]) => key)), ..."cfgijkmtx[/?"]
    .join("");
  const writes = async (name: string, place = field(page, name)) => {
    const open = await page.locator("dialog[open], [popover]:popover-open").count();
    const before = await place.inputValue();
    await page.locator(":focus").and(place).waitFor();
    await page.keyboard.press("End");
    await page.keyboard.type(pressed);
    assert.equal(await place.inputValue(), before + pressed, name);
    assert.equal(await page.locator("dialog[open], [popover]:popover-open").count(), open, name);
  };
  await page.keyboard.press("q");
  await writes("the list's text", page.getByRole("searchbox"));
  await page.goto("/workspace/tasks");
  await row(page, "Ash").focus();
  await page.keyboard.press("p");
  const filter = page.locator('#menu [role="combobox"]');
  await filter.waitFor();
  await writes("a menu's field", filter);
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await field(page, "Title").waitFor();
  await writes("Title");
  await field(page, "Description").focus();
  await writes("Description");
  await pill(page, "Priority").waitFor();
  await page.keyboard.press("Escape");
  await openTask(page, "Ash");
  await field(page, "Comment").focus();
  await writes("Comment");
  await edit(page, "title");
  await writes("Title");
  assert.deepEqual(visit.complaints, []);
});
