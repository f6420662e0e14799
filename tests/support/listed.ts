import { type TestApp } from "./app.ts";
import type { Cast } from "./cast.ts";
import { visit } from "./visitor.ts";

/** Sixty tasks that nothing but labels is set of: in every grouping they are one group, with more than it shows at first. */
export async function begin(app: TestApp, { ada, task }: Cast, tags: string[] = []) {
  for (let n = 0; n < 60; n++) {
    await task(ada, { title: `Jar ${n}`, tags });
    app.world.clock.advance({ seconds: 1 });
  }
  return await visit(app, ada.email);
}

/** A page's text without its escapes. */
export const decoded = (text: string) =>
  text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
/** The titles of the rows that a page shows. */
export const titles = (html: string) =>
  [...html.matchAll(/class="row-title"[^>]*>([^<]+)</g)].map((match) => match[1]);
/** Where a page's first link to more rows leads, and what it sends along in place. */
export const moreLink = (html: string) => {
  const found = /<li class="more"><a href="([^"]+)"[^>]*hx-vals="([^"]+)"/.exec(html);
  return found && { href: decoded(found[1]!), values: JSON.parse(decoded(found[2]!)) };
};
