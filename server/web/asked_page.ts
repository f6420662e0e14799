import type { Action } from "./action.ts";
import { type FoundPage, pageAt, type Table } from "./table.ts";
import type { Visit } from "./visit.ts";

/** Returns the page that sent the request, if it is one that the viewer can open. */
export function askedPage(table: Table, visit: Visit): FoundPage | null {
  const found = visit.asking && pageAt(table, visit.asking);
  return found && letsIn(found, visit) ? lasting(found) : null;
}

/** Returns the page in the panel, if the viewer can open it there. */
export function peekedPage(table: Table, visit: Visit): FoundPage | null {
  const found = visit.peeked && pageAt(table, visit.peeked);
  return found?.page.peeks && letsIn(found, visit) ? lasting(found) : null;
}

/** Returns the page of an action's form. @param base any URL of this server */
export function homePage(
  table: Table,
  action: Action,
  params: Record<string, string>,
  base: string,
): FoundPage {
  const spelled = Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)]);
  const path = action.home(Object.fromEntries(spelled));
  const found = pageAt(table, new URL(path, base));
  if (!found) throw new TypeError(`No page is at ${path}, the home of ${action.path}.`);
  return found;
}

function letsIn({ page }: FoundPage, { viewer, member }: Visit): boolean {
  const who = page.audience === "member" ? member : viewer;
  return page.audience === "anyone" || who !== null;
}

/** Returns a page without its one-time parameters. */
function lasting(found: FoundPage): FoundPage {
  return without(found, found.page.passing);
}

/** Returns a page without some of its URL parameters. */
export function without(found: FoundPage, names: readonly string[]): FoundPage {
  const url = new URL(found.url);
  for (const name of names) url.searchParams.delete(name);
  return { ...found, url };
}
