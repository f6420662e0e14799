import { docsPath } from "../../views/docs_paths.ts";

/** A page of the docs, without its text. */
export interface DocsPage {
  /** The file's path within `static`, without its ending: `/docs/web/task/create`. */
  path: string;
  title: string;
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

const folder = new URL("../../static/docs/", import.meta.url);
const INDEX = "index";

/** The docs: every page in its order, with the files' front matter. */
export class Library {
  /** The entry page. All others are below it. */
  readonly root: DocsPage;
  /** All pages by path, in the order of `contents.json`. */
  readonly pages: ReadonlyMap<string, DocsPage>;
  /** The paths of pages that aren't written yet. */
  readonly unwritten: string[] = [];

  /** Reads the front matter of every page. */
  constructor() {
    const contents = JSON.parse(
      Deno.readTextFileSync(new URL("contents.json", folder)),
    ) as Contents;
    this.root = readPage(INDEX, null, null)!;
    this.#add(this.root, "", contents, null);
    this.pages = new Map(flat(this.root).map((page) => [page.path, page]));
  }

  #add(parent: DocsPage, name: string, contents: Contents, group: string | null): void {
    const entries: [string, Contents][] = Array.isArray(contents)
      ? contents.map((word) => [word, []])
      : Object.entries(contents);
    for (const [word, below] of entries) {
      if (!/^[a-z0-9-]+$/.test(word)) {
        this.#add(parent, name, below, word);
        continue;
      }
      const page = readPage(name + word, parent, group);
      if (!page) {
        this.unwritten.push(`${docsPath}/${name}${word}`);
        continue;
      }
      parent.children.push(page);
      this.#add(page, `${name}${word}/`, below, null);
    }
  }

  /** Returns a page's text, without its front matter and title. The file is read again each time. */
  async text({ path }: DocsPage): Promise<string> {
    return split(await Deno.readTextFile(fileOf(nameOf(path)))).body;
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

function readPage(name: string, parent: DocsPage | null, group: string | null): DocsPage | null {
  const file = fileOf(name);
  try {
    const { title, description } = split(Deno.readTextFileSync(file)).front;
    const changed = Deno.statSync(file).mtime?.toISOString().slice(0, 10) ?? "";
    const path = name === INDEX ? docsPath : `${docsPath}/${name}`;
    return { path, title, description, group, parent, children: [], changed };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound && name !== INDEX) return null;
    throw error;
  }
}

const nameOf = (path: string) => path === docsPath ? INDEX : path.slice(docsPath.length + 1);
const fileOf = (name: string) => new URL(`${name}.md`, folder);

function split(text: string): { front: { title: string; description: string }; body: string } {
  const found = /^---\ntitle: (.+)\ndescription: (.+)\n---\n([^]*)$/.exec(text);
  if (!found) throw new Error("A docs page must start with its title and description.");
  const [title, description, body] = found.slice(1) as [string, string, string];
  return { front: { title, description }, body: body.trim() };
}

function flat(page: DocsPage): DocsPage[] {
  return [page, ...page.children.flatMap(flat)];
}
