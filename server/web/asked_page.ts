import type { Action } from "./action.ts";
import { type FoundPage, pageAt, type Table } from "./table.ts";
import type { Visit } from "./visit.ts";

/** The page that asked, as long as it is one of ours that its viewer may be on. */
export function askedPage(table: Table, visit: Visit): FoundPage | null {
  const found = visit.asking && pageAt(table, visit.asking);
  return found && letsIn(found, visit) ? lasting(found) : null;
}

/** The page that is peeked at, as long as it is one that its viewer can peek at. */
export function peekedPage(table: Table, visit: Visit): FoundPage | null {
  const found = visit.peeked && pageAt(table, visit.peeked);
  return found?.page.peeks && letsIn(found, visit) ? lasting(found) : null;
}

/** The page that an action's form stands on. @param base any URL of this server */
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

/** A page without what held for one look. */
function lasting(found: FoundPage): FoundPage {
  return without(found, found.page.passing);
}

/** A page without some parameters of its URL. */
export function without(found: FoundPage, names: readonly string[]): FoundPage {
  const url = new URL(found.url);
  for (const name of names) url.searchParams.delete(name);
  return { ...found, url };
}
