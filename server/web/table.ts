import type { Action } from "./action.ts";
import type { Page } from "./page.ts";
import { comparePaths, matchPath } from "./path.ts";

/** Every page and every action; of several that match, the first counts. */
export interface Table {
  pages: readonly Page[];
  actions: readonly Action[];
}

/**
 * Orders pages and actions so that the first that matches is the right one: a path's own words come before names that
 * stand for anything, and of the actions at one path that without a button last.
 */
export function tableOf(pages: readonly Page[], actions: readonly Action[]): Table {
  return {
    pages: pages.toSorted((a, b) => comparePaths(a.path, b.path)),
    actions: actions.toSorted((a, b) =>
      comparePaths(a.path, b.path) || Number(!a.button) - Number(!b.button)
    ),
  };
}

/** A page, at an address of its own. */
export interface FoundPage {
  page: Page;
  url: URL;
  params: Record<string, string>;
}

/** The page at an address; null where there is none. */
export function pageAt({ pages }: Table, url: URL): FoundPage | null {
  const { pathname } = url;
  for (const page of pages) {
    const params = matchPath(page.path, pathname);
    if (params) return { page, url, params };
  }
  return null;
}

/** A button's name and value, as its form sends them. */
export function buttonOf(action: Action): { name: string; value: string } {
  const [name = "", value = "1"] = action.button?.split("=") ?? [];
  return { name, value };
}

/** Whether a form was sent by a button: `act=archive`, or a name alone. */
export function presses(fields: URLSearchParams, button: string | undefined): boolean {
  if (button === undefined) return true;
  const [name = "", value] = button.split("=");
  return value === undefined ? fields.has(name) : fields.get(name) === value;
}
