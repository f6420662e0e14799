import { Catalog } from "../../../server/docs/catalog.ts";
import { table } from "../../../server/web/app.ts";
import { matchPath } from "../../../server/web/path.ts";
import { searchPath } from "../../../views/inbox_paths.ts";
import { tasksCsvPath, workspacePath } from "../../../views/paths.ts";
import { auditCsvPath } from "../../../views/settings_paths.ts";

const files = [auditCsvPath, tasksCsvPath];
const catalog = new Catalog();
const docs = [...catalog.pages.keys(), ...catalog.site.keys()];
const pages = [
  ...table.pages.map(({ path }) => path),
  workspacePath,
  searchPath,
  ...files,
  ...docs,
];
const actions = table.actions.map(({ path }) => path);
/** The possible targets of a URL, by where a page contains it. Forms request pages too. */
const behind = {
  href: pages,
  "hx-get": pages,
  action: [...pages, ...actions],
  "hx-post": actions,
};

/** The URLs that lead somewhere. Most are in thousands of pages. */
const leads = new Map<string, boolean>();

/** Returns the page's own URLs without a target: links without a page, and forms without an action. */
export function deadLinks(html: string): string[] {
  const dead = new Set<string>();
  for (const [, written, path] of html.matchAll(/\s(href|hx-get|action|hx-post)="(\/[^"?#]*)/g)) {
    const link = `${written} ${path}`;
    const known = behind[written as keyof typeof behind];
    const there = leads.get(link) ??
      (path!.startsWith("/assets/") || known.some((one) => matchPath(one, path!)));
    leads.set(link, there);
    if (!there) dead.add(link);
  }
  return [...dead];
}
