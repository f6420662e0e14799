import { type PublicPage, publicPages } from "../../views/palette/public_pages.ts";
import { gradeOf } from "./match.ts";

/**
 * Returns the public pages that match a text, best first, or all pages for the viewer without a text. `site.js` finds
 * the same pages in the browser.
 */
export function findPublicPages(text: string, signedIn: boolean): PublicPage[] {
  const forThem = publicPages.filter(({ who }) => !who || (who === "signed in") === signedIn);
  return text.trim() ? bestFirst(forThem, text) : forThem;
}

/** Returns the pages that match a text, best first. */
export function bestFirst(pages: readonly PublicPage[], text: string): PublicPage[] {
  const typed = text.trim();
  return pages.map((page) => ({ page, grade: gradeOf(typed, namesOf(page), said(page)) }))
    .filter(({ grade }) => grade !== null)
    .sort((a, b) => b.grade! - a.grade!)
    .map(({ page }) => page);
}

const namesOf = ({ title, shortTitle = title }: PublicPage) => [title, shortTitle];
const said = ({ words, description }: PublicPage) => `${words} ${description}`;
