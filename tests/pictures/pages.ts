import { composerPath, selectedPath, taskPath, tasksPath, withQuery } from "../../views/paths.ts";
import { newProjectPath, projectsPath } from "../../views/project_paths.ts";
import { composerMenuPath } from "../../views/task_paths.ts";
import { table } from "../../server/web/app.ts";
import type { Page as TablePage } from "../../server/web/page.ts";
import { matchPath } from "../../server/web/path.ts";
import type { Page } from "../packages/playwright.ts";
import { paste } from "../support/composing.ts";
import { openComposer, openMenu, openMenuAt, type Picture, select } from "./picture.ts";

/** What pages need besides their path. */
const queries: Record<string, string> = {
  "/auth/verify": "email=maren%40sundline.example&purpose=signin",
  "/workspace/tasks/column": "layout=board&group=status&column=planned",
  "/workspace/tasks/filter/operator": "priority=high&field=priority",
  "/workspace/tasks/filter/values": "priority=high&field=priority",
  "/workspace/views/new": "priority=high&status=progressed",
};

/** What a page is called: `/workspace/tasks/:taskId/status` is `tasks-taskId-status`. */
export function nameOf({ path }: Pick<TablePage, "path">): string {
  return path.replace(/^\/(workspace\/)?/, "").replaceAll(/[/:]+/g, "-") || "landing";
}

/** By what a record is known that a path names: a view of projects isn't one of tasks. */
const knownAs = (path: string, name: string) =>
  /^\/workspace\/(project-view|settings\/project-templates)\//.test(path)
    ? `${name} of projects`
    : name;

/**
 * Finds values for the parameters in paths, from links on pages without parameters. A new page's records are found if a
 * page links to them.
 */
export async function findRecords(page: Page, known: Record<string, string>): Promise<void> {
  const plain = table.pages.filter((one) => one.who !== null && !one.path.includes(":"));
  for (const { path } of plain.filter(({ layer }) => layer === undefined)) {
    await page.goto(path);
    const links = await page.locator("a[href^='/']").evaluateAll((all) =>
      all.map((one) => (one as unknown as { href: string }).href)
    );
    for (const { pathname } of links.map((href) => new URL(href))) {
      const found = table.pages.find(({ path }) => matchPath(path, pathname));
      for (const { path } of found ? [found] : []) {
        const params = path.includes(":") ? matchPath(path, pathname) : null;
        for (const [name, value] of Object.entries(params ?? {})) {
          known[knownAs(path, name)] ??= value;
        }
      }
    }
  }
}

/** A picture of every page in the table, menus where they open. */
export function picturesOfTable(known: Record<string, string>): Picture[] {
  return table.pages.map((page) => pictureOf(page, known));
}

function pictureOf(page: TablePage, known: Record<string, string>): Picture {
  const params: Record<string, string> = {};
  const path = page.path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = known[knownAs(page.path, name)];
    if (!value) {
      throw new Error(`${page.path}: no link has a value for :${name}. Set the value in demo.ts.`);
    }
    return params[name] = value;
  });
  const query = queries[page.path];
  const at = query ? `${path}?${query}` : path;
  const name = nameOf(page);
  const url = new URL(at, "http://localhost");
  if (page.layer === undefined) {
    const by = page.audience === "anyone" ? "nobody" : page.who === null ? "newcomer" : "owner";
    return { name, at, by, whole: true };
  }
  const ofProject = path.startsWith(newProjectPath);
  if (page.layer === "composer") {
    return { name, at: ofProject ? projectsPath : tasksPath, open: openComposer };
  }
  const composed = ofProject || path.startsWith(composerPath);
  const open = async (opened: Page) => {
    if (path.startsWith(selectedPath)) await select(3)(opened);
    if (composed) await openComposer(opened);
    if (path === composerMenuPath("relation")) {
      await opened.locator("#composer [name=description]").click();
      await paste(opened, `${new URL(opened.url()).origin}${taskPath("ENG-2")}`);
      await opened.locator("#pills [data-menu=relation]").waitFor();
    }
    await openMenuAt(opened, at);
    await opened.locator(openMenu).waitFor();
  };
  // A new task has the project of the list, and a milestone of that
  const list = ofProject
    ? projectsPath
    : withQuery(tasksPath, { projectId: composed ? known.projectId : undefined });
  const taken = composed || path.startsWith(selectedPath);
  return { name, at: taken ? list : page.under(url, params) ?? list, open };
}
