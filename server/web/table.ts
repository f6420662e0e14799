import type { Action } from "./action.ts";
import type { Page } from "./page.ts";
import { comparePaths, matchPath } from "./path.ts";

/** All pages and actions. If several match, the first counts. */
export interface Table {
  pages: readonly Page[];
  actions: readonly Action[];
}

/**
 * Sorts pages and actions so that the first match is the right one: fixed words come before parameters, and among the
 * actions of a path, the one without a button comes last.
 */
export function tableOf(pages: readonly Page[], actions: readonly Action[]): Table {
  return {
    pages: pages.toSorted((a, b) => comparePaths(a.path, b.path)),
    actions: actions.toSorted((a, b) =>
      comparePaths(a.path, b.path) || Number(!a.button) - Number(!b.button)
    ),
  };
}

/** A page with its URL. */
export interface FoundPage {
  page: Page;
  url: URL;
  params: Record<string, string>;
}

/** Returns the page at a URL, or null if there is none. */
export function pageAt({ pages }: Table, url: URL): FoundPage | null {
  const { pathname } = url;
  for (const page of pages) {
    const params = matchPath(page.path, pathname);
    if (params) return { page, url, params };
  }
  return null;
}

/** Returns a button's name and value, as its form sends them. */
export function buttonOf(action: Action): { name: string; value: string } {
  const [name = "", value = "1"] = action.button?.split("=") ?? [];
  return { name, value };
}

/** Returns whether a form was sent by a button: `act=archive`, or only a name. */
export function presses(fields: URLSearchParams, button: string | undefined): boolean {
  if (button === undefined) return true;
  const [name = "", value] = button.split("=");
  return value === undefined ? fields.has(name) : fields.get(name) === value;
}
