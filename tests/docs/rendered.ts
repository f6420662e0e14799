import { Catalog } from "../../server/docs/catalog.ts";
import { renderPage } from "../../server/docs/render.ts";
import { exampleValues, Writer } from "../../server/docs/write.ts";

export const catalog = new Catalog();
export const values = exampleValues("https://backlog.example", "1.0.0");
const writer = new Writer(catalog);

/** Every page, as Markdown and as HTML. */
export const pages = await Promise.all(
  [...catalog.pages.values()].map(async (page) => {
    const text = await writer.write(page, values);
    return { ...page, text, ...renderPage(text) };
  }),
);

/** Returns a page's Markdown. */
export const textOf = (path: string): string => pages.find((page) => page.path === path)!.text;

/** Returns the cells of one column of every table in a text, without backticks. @param column starts at 0 */
export function cellsOf(text: string, column = 0): string[] {
  return text.split("\n").filter((line) => line.startsWith("| "))
    .map((line) => line.split(/(?<!\\) ?\| ?/).slice(1, -1)[column]!.replaceAll("`", "").trim())
    .filter((cell) => !/^-{3,}$/.test(cell));
}
