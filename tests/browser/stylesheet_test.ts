import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { browserTest } from "../support/stage.ts";

const folder = new URL("../../static/css/", import.meta.url);

/** The rules that a browser reads in a stylesheet. */
const rulesOf = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new (Reflect.get(globalThis, "CSSStyleSheet"))();
    sheet.replaceSync(css);
    // A custom property keeps the spaces that it was written with
    return [...sheet.cssRules].map(({ cssText }: { cssText: string }) =>
      cssText.replace(/\s+/g, "")
    );
  }, css);

browserTest("the stylesheet that is sent has the rules that were written", async ({ open }) => {
  await using visit = await open();
  const { page } = visit;
  await page.goto("/");
  const path = await page.locator("link[rel=stylesheet]").first().getAttribute("href");
  const sent = await rulesOf(page, await (await page.request.get(path!)).text());
  const written: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    written.push(...await rulesOf(page, await Deno.readTextFile(new URL(name, folder))));
  }
  assert.deepEqual(sent.sort(), written.sort());
});
