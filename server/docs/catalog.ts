import { staticFolder } from "../http/assets.ts";
import { docsPath } from "../../views/docs_paths.ts";
import { sitePaths } from "../../views/site_paths.ts";

/** A page of the docs, without its text. */
export interface DocsPage {
  /** Its address: `/docs/web/task/create`. */
  path: string;
  title: string;
  /** Its title without the section, for lists within a section: "Create a task". */
  shortTitle: string;
  /** The page's purpose, in one sentence. */
  description: string;
  /** The heading above the page in its parent's list, if there is one. */
  group: string | null;
  parent: DocsPage | null;
  children: DocsPage[];
  /** The day of the file's last change, such as `2026-12-24`. */
  changed: string;
}

/** A part of `contents.json`: pages and headings with the entries below them, or only pages. */
type Contents = { [name: string]: Contents } | string[];

/** The parts of titles that are the same for a whole section. */
const ofSection = /^REST endpoints for | (on the web|over REST|on the command line)$/;

const changelog = new URL("../CHANGELOG.md", staticFolder);

/** The docs and the public site: every page in its order, with the files' front matter. */
export class Catalog {
  /** The entry page. All others are below it. */
  readonly root: DocsPage;
  /** All pages by path, in the order of `contents.json`. */
  readonly pages: ReadonlyMap<string, DocsPage>;
  /** The pages of the public site by path. */
  readonly site: ReadonlyMap<string, DocsPage>;
  /** The paths of pages that aren't written yet. */
  readonly unwritten: string[] = [];

  /** Reads the front matter of every page. */
  constructor() {
    const contents = JSON.parse(
      Deno.readTextFileSync(new URL("docs/contents.json", staticFolder)),
    ) as Contents;
    this.root = readPage(docsPath, null, null)!;
    this.#add(this.root, `${docsPath}/`, contents, null);
    this.pages = new Map(flat(this.root).map((page) => [page.path, page]));
    this.site = new Map(sitePaths.map((path) => [path, readPage(path, null, null)!]));
  }

  #add(parent: DocsPage, start: string, contents: Contents, group: string | null): void {
    const entries: [string, Contents][] = Array.isArray(contents)
      ? contents.map((word) => [word, []])
      : Object.entries(contents);
    for (const [word, below] of entries) {
      if (!/^[a-z0-9-]+$/.test(word)) {
        this.#add(parent, start, below, word);
        continue;
      }
      const page = readPage(start + word, parent, group);
      if (!page) {
        this.unwritten.push(start + word);
        continue;
      }
      parent.children.push(page);
      this.#add(page, `${start}${word}/`, below, null);
    }
  }

  /** Returns the page of the docs or of the site at an address. */
  at(path: string): DocsPage | undefined {
    return this.pages.get(path) ?? this.site.get(path);
  }

  /** Returns a page's text, without its front matter and title. The file is read again each time. */
  async text({ path }: DocsPage): Promise<string> {
    return split(await Deno.readTextFile(fileOf(path))).body;
  }

  /** Returns the pages before and after a page. */
  neighbors(page: DocsPage): { before: DocsPage | undefined; after: DocsPage | undefined } {
    const all = [...this.pages.values()];
    const at = all.indexOf(page);
    return { before: all[at - 1], after: all[at + 1] };
  }

  /** Returns the pages about the same job in the other interfaces. */
  counterparts({ path }: DocsPage): DocsPage[] {
    const job = /^\/docs\/(web|api|cli)(\/[^/]+\/.+)$/.exec(path);
    if (!job) return [];
    return ["web", "api", "cli"].filter((one) => one !== job[1])
      .map((one) => this.pages.get(`${docsPath}/${one}${job[2]}`))
      .filter((page) => page !== undefined);
  }
}

/**
 * Returns the versions of the changelog as Markdown, newest first, and the time of its last change. The text before the
 * first version is for authors.
 */
export function readChangelog(): { text: string; changed: string } {
  const text = Deno.readTextFileSync(changelog);
  const changed = Deno.statSync(changelog).mtime?.toISOString() ?? "";
  return { text: text.slice(text.indexOf("\n## ") + 1).trim(), changed };
}

function readPage(path: string, parent: DocsPage | null, group: string | null): DocsPage | null {
  const file = fileOf(path);
  try {
    const { title, description } = split(Deno.readTextFileSync(file)).front;
    const changed = Deno.statSync(file).mtime?.toISOString().slice(0, 10) ?? "";
    const shortTitle = title.replace(ofSection, "").replace(/^./, (first) => first.toUpperCase());
    return { path, title, shortTitle, description, group, parent, children: [], changed };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound && parent) return null;
    throw error;
  }
}

/** Returns the file of a page: of the docs in `static/docs`, and of the site in `static/site`. */
function fileOf(path: string): URL {
  if (path === docsPath) return new URL("docs/index.md", staticFolder);
  const name = path.startsWith(`${docsPath}/`) ? path.slice(1) : `site${path}`;
  return new URL(`${name}.md`, staticFolder);
}

function split(text: string): { front: { title: string; description: string }; body: string } {
  const found = /^---\ntitle: (.+)\ndescription: (.+)\n---\n([^]*)$/.exec(text);
  if (!found) throw new Error("A docs page must start with its title and description.");
  const [title, description, body] = found.slice(1) as [string, string, string];
  return { front: { title, description }, body: body.trim() };
}

function flat(page: DocsPage): DocsPage[] {
  return [page, ...page.children.flatMap(flat)];
}
