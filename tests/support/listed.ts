import { type TestApp } from "./app.ts";
import type { Cast } from "./cast.ts";
import { visit } from "./visitor.ts";

/**
 * Creates sixty tasks without properties except labels. In every other grouping, they are one group with more rows than
 * shown at first.
 */
export async function begin(app: TestApp, { ada, task }: Cast, tags: string[] = []) {
  for (let n = 0; n < 60; n++) {
    await task(ada, { title: `Jar ${n}`, tags });
    app.world.clock.advance({ seconds: 1 });
  }
  return await visit(app, ada.email);
}

/** Returns a page's HTML without escapes. */
export const decoded = (text: string) =>
  text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
/** Returns the titles of a page's rows. */
export const titles = (html: string) =>
  [...html.matchAll(/class="row-title"[^>]*>([^<]+)</g)].map((match) => match[1]);
/** Returns the URL of a page's first link to more rows, and the values that it sends when it loads rows in place. */
export const moreLink = (html: string) => {
  const found = /<li class="more"><a href="([^"]+)"[^>]*hx-vals="([^"]+)"/.exec(html);
  return found && { href: decoded(found[1]!), values: JSON.parse(decoded(found[2]!)) };
};
