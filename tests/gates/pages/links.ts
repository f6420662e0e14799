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
/** What can be at an address, by where a page writes it; forms ask for pages too. */
const behind = {
  href: pages,
  "hx-get": pages,
  action: [...pages, ...actions],
  "hx-post": actions,
};

/** Which addresses lead somewhere: most stand in thousands of pages. */
const leads = new Map<string, boolean>();

/** The addresses of ours in a page at which nothing is: no page behind a link, no action behind a form. */
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
