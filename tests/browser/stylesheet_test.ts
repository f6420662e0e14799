import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { pressOpen } from "../support/palette_pages.ts";
import { browserTest } from "../support/stage.ts";

const folder = new URL("../../static/css/", import.meta.url);

/** The style rules of a page and its scripts. The functions run in the page, so they are text. */
const readers = `
  // A custom property keeps its spaces and zeros as written
  const textOf = ({ cssText }) => cssText.replace(/\\b0(?=\\.\\d)|\\s+/g, "");
  // Rules of a layer can be in one block
  globalThis.rulesOf = (sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSLayerBlockRule
        ? [...rule.cssRules].map((one) => rule.name + ":" + textOf(one))
        : [textOf(rule)]
    );
  globalThis.sheetOf = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  undefined;
`;

/** Returns the rules that a browser reads from a stylesheet. */
const rulesOf = (page: Page, css: string) =>
  page.evaluate<string[]>(`rulesOf(sheetOf(${JSON.stringify(css)}))`);

/** Returns the rules of all files in a folder. */
async function writtenIn(page: Page, folder: URL): Promise<string[]> {
  const rules: string[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile) rules.push(...await rulesOf(page, await Deno.readTextFile(new URL(name, folder))));
  }
  return rules.sort();
}

browserTest("the served styles contain the rules of the source", async ({ open }) => {
  await using visit = await open();
  const { page } = visit;
  await page.goto("/");
  await page.evaluate(readers);
  const path = await page.locator("link[rel=stylesheet]").first().getAttribute("href");
  const sent = await rulesOf(page, await (await page.request.get(path!)).text());
  assert.deepEqual(sent.sort(), await writtenIn(page, folder));
  // Stylesheets that load later, including the palette's, which public pages load when search opens
  await pressOpen(page, "/");
  assert.equal(await page.evaluate("document.adoptedStyleSheets.length"), 2);
  const adopted = await page.evaluate<string[]>("document.adoptedStyleSheets.flatMap(rulesOf)");
  const written = ["later/", "palette/"].map((name) => writtenIn(page, new URL(name, folder)));
  assert.deepEqual(adopted.sort(), (await Promise.all(written)).flat().sort());
});
