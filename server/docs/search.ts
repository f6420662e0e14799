import type { PublicPage } from "../../views/palette/public_pages.ts";
import { endpoints } from "../api/endpoints.ts";
import { groups } from "../../cli/groups.ts";
import { bestFirst } from "../palette/public_pages.ts";
import { Catalog } from "./catalog.ts";
import { slugify } from "./render.ts";
import { settings } from "./settings.ts";
import { restPath } from "./tables_api.ts";

/** Headings that most guides have. */
const usual =
  /^(Before you start|Steps|Fields|Flags|Check that it worked|If something goes wrong)$/;

const settingsPath = "/docs/operators/settings";

/** Returns everything in the docs that the palette finds: pages, headings, endpoints, commands, and settings. */
export async function listFound(catalog: Catalog): Promise<PublicPage[]> {
  const texts = await Promise.all(
    [...catalog.pages.values()].map(async (page) => ({ page, text: await catalog.text(page) })),
  );
  // Typing a guide's job finds it as its title does. Guides for the web are first, then REST, then the command line
  const pages = texts.map(({ page: { path, title, shortTitle, description } }) =>
    found({
      path,
      title,
      description,
      group: "Docs",
      icon: "view",
      ...(shortTitle !== title && { shortTitle }),
    })
  );
  const headings = texts.flatMap(({ page, text }) =>
    [...text.matchAll(/^#{2,3} (.+)$/gm)].filter(([, title]) => !usual.test(title!))
      .map(([, title]) =>
        found({
          path: `${page.path}#${slugify(title!)}`,
          title: title!,
          description: page.title,
          group: "In the docs",
          icon: "view",
        })
      )
  );
  const calls = endpoints.map(({ method, path, tag, summary }) =>
    found({
      path: `${restPath(tag)}#${slugify(summary)}`,
      title: summary,
      description: `${method} ${path}`,
      group: "REST API",
      icon: "bot",
    })
  );
  const manuals = new Map(
    texts.flatMap(({ page, text }) =>
      [...text.matchAll(/^\{\{manual (\S+)\}\}$/gm)].map(([, group]) => [group!, page.path])
    ),
  );
  const commands = await Promise.all(
    groups.map(async ({ name, load }) =>
      (await load()).map(({ path, summary }) =>
        found({
          path: `${manuals.get(name)}#${slugify(path)}`,
          title: path,
          description: summary,
          group: "Commands",
          icon: "key",
        })
      )
    ),
  );
  const names = Object.entries(settings).map(([title, [, description]]) =>
    // The browser scrolls to the setting's name
    found({
      path: `${settingsPath}#:~:text=${title}`,
      title,
      description,
      group: "Server settings",
      icon: "settings",
    })
  );
  return [...pages, ...headings, ...calls, ...commands.flat(), ...names];
}

/** Docs are always new documents, because they don't load the app's scripts. */
const found = (page: Omit<PublicPage, "words" | "file">): PublicPage => ({
  ...page,
  words: "",
  file: true,
});

/** The number of results on one page. */
const MOST_FOUND = 50;

/** Returns a search of everything that `listFound` lists. */
export async function makeSearch(): Promise<(text: string) => Promise<PublicPage[]>> {
  const all = await listFound(new Catalog());
  return (text) => Promise.resolve(bestFirst(all, text).slice(0, MOST_FOUND));
}
