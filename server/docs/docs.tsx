import { existsSync } from "node:fs";
import type { Context } from "hono";
import { raw } from "hono/html";
import { DocsDocument, DocsMain, NoDocsPage } from "../../views/docs/page.tsx";
import { SiteDocument, SiteMain } from "../../views/site/page.tsx";
import { previewImagePath } from "../../views/site_paths.ts";
import { docsIndexPath, markdownPath } from "../../views/docs_paths.ts";
import { DrawnHtml } from "../../views/drawn_html.ts";
import type { Member } from "../domain/core/actor.ts";
import { perform } from "../domain/core/operation.ts";
import { listProjects } from "../domain/projects/list.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { listTeams } from "../domain/teams/list.ts";
import { browserSession } from "../http/actor.ts";
import { staticFolder } from "../http/assets.ts";
import { takesGzip, zipped } from "../http/compression.ts";
import { signInFor } from "../../views/paths.ts";
import type { Env, Site } from "../http/env.ts";
import { etagOfText, hasCurrent } from "../http/etag.ts";
import { wholeAnswer } from "../http/headers.ts";
import { frameFor } from "../http/html.ts";
import { withoutTrailingSlash } from "../http/trailing_slash.ts";
import { prefersMarkdown } from "./accept.ts";
import { type ProgramFile, programFiles, robotsPath } from "./files.ts";
import { Catalog, type DocsPage } from "./catalog.ts";
import { renderPage } from "./render.ts";
import { asFile, exampleValues, type Values, Writer } from "./write.ts";

/** The number of characters of rendered pages to keep. */
const MOST_KEPT = 4_000_000;

/** Returns the file of an image, or null if the path isn't an image's. */
function imageAt(path: string): URL | null {
  if (path === previewImagePath) return new URL("images/preview.png", staticFolder);
  const found = /^\/docs\/pictures\/[\w-]+(\.dark)?\.webp$/.test(path);
  const file = new URL(`.${path}`, staticFolder);
  return found && existsSync(file) ? file : null;
}

const markdownType = "text/markdown; charset=utf-8";

/** Responds with docs pages, as HTML or as Markdown. */
export class Docs {
  readonly #catalog = new Catalog();
  readonly #writer = new Writer(this.#catalog);
  /** Rendered pages, by their path and Markdown. */
  readonly #drawn = new DrawnHtml(MOST_KEPT);
  /** The texts of files for programs, which are the same for everyone. */
  readonly #files = new Map<ProgramFile, Promise<Text>>();

  async answer(c: Context<Env>): Promise<Response> {
    const redirected = withoutTrailingSlash(c);
    if (redirected) return redirected;
    const { path } = c.req;
    const { site } = c.get("deps");
    const file = Object.hasOwn(programFiles, path) ? programFiles[path] : undefined;
    if (site.pages === "off" && path !== robotsPath && !await browserSession(c)) {
      return c.redirect(signInFor(path), 302);
    }
    if (file) return await this.#answerFile(c, file);
    const image = imageAt(path);
    if (image) {
      const type = image.pathname.endsWith(".png") ? "image/png" : "image/webp";
      const headers = { ...forPrograms(site), "content-type": type };
      return c.body(await Deno.readFile(image), 200, headers);
    }
    const base = /^(.*?)(?:\/README)?\.md$/.exec(path)?.[1];
    const page = this.#catalog.at(base ?? path);
    if (base === undefined && !prefersMarkdown(c.req.header("accept"))) {
      return await this.#answerHtml(c, page);
    }
    return page ? await this.#answerMarkdown(c, page) : noMarkdown(c);
  }

  async #answerFile(c: Context<Env>, file: ProgramFile): Promise<Response> {
    const { site } = c.get("deps");
    const text = await this.#fileText(c, file);
    return answerText(c, text, { ...forPrograms(site), "content-type": file.type });
  }

  /** Returns a file's text. Many requests at once for all docs would otherwise take much time and memory. */
  #fileText(c: Context<Env>, file: ProgramFile): Promise<Text> {
    const known = this.#files.get(file);
    if (known) return known;
    const { site, base } = c.get("deps");
    const context = {
      catalog: this.#catalog,
      writer: this.#writer,
      values: valuesHere(c),
      site,
      base,
    };
    const text = Promise.resolve(file.write(context))
      .then((plain) => ({ plain, gzip: zipped(plain, 6) }));
    this.#files.set(file, text);
    text.catch(() => this.#files.delete(file));
    return text;
  }

  async #answerMarkdown(c: Context<Env>, page: DocsPage): Promise<Response> {
    const { settings: { origin }, site } = c.get("deps");
    const body = await this.#writer.write(page, valuesHere(c));
    const headers = { ...forPrograms(site), "content-type": markdownType, ...linksOf(c, page) };
    return answerText(c, { plain: asFile(page, body, origin) }, headers);
  }

  async #answerHtml(c: Context<Env>, page: DocsPage | undefined): Promise<Response> {
    const deps = c.get("deps");
    const session = await browserSession(c);
    const frame = frameFor(deps, session?.principal ?? null);
    const signedIn = session !== null;
    const main = page
      ? raw(await this.#draw(c, page, session?.member ?? null))
      : <NoDocsPage root={this.#catalog.root} path={c.req.path} />;
    const document =
      await (page && this.#isOfSite(page)
        ? <SiteDocument frame={frame} signedIn={signedIn} page={page}>{main}</SiteDocument>
        : <DocsDocument frame={frame} signedIn={signedIn} page={page}>{main}</DocsDocument>);
    const drawn = document.toString();
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "cache-control": signedIn ? "private, no-cache" : "public, no-cache",
      ...(page && linksOf(c, page)),
    };
    const plain = deps.base?.html(drawn) ?? drawn;
    return answerText(c, { plain }, headers, page ? 200 : 404);
  }

  #isOfSite({ path }: DocsPage): boolean {
    return this.#catalog.site.has(path);
  }

  /** Returns the main part of a page. For a member, it contains their workspace's values. */
  async #draw(c: Context<Env>, page: DocsPage, member: Member | null): Promise<string> {
    const { version } = c.get("deps");
    const isOfSite = this.#isOfSite(page);
    const values = { ...valuesHere(c), ...!isOfSite && await valuesFor(c, member) };
    const body = await this.#writer.write(page, values);
    const key = `${page.path} ${body}`;
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const { before, after } = this.#catalog.neighbors(page);
    const rendered = renderPage(body);
    const main = String(
      await (isOfSite ? <SiteMain page={page} html={rendered.html} version={version} /> : (
        <DocsMain
          root={this.#catalog.root}
          page={page}
          {...rendered}
          before={before}
          after={after}
          version={version}
        />
      )),
    );
    this.#drawn.keep(key, main);
    return main;
  }
}

/** Returns the values for readers who aren't signed in to this server. */
function valuesHere(c: Context<Env>): Values {
  const { settings: { origin }, version, site } = c.get("deps");
  return exampleValues(origin, version, site.operator);
}

/** Returns the values of a member's workspace: a task with its team, and a project. Without tasks, the team is the first. */
async function valuesFor(c: Context<Env>, member: Member | null): Promise<Partial<Values>> {
  if (!member) return {};
  const deps = c.get("deps");
  const [teams, tasks, projects] = await Promise.all([
    perform(deps, member, listTeams, { limit: 1 }),
    perform(deps, member, listTasks, { limit: 1 }),
    perform(deps, member, listProjects, { limit: 1 }),
  ]);
  const [team] = JSON.parse(teams.records);
  const [task] = JSON.parse(tasks.records);
  const [project] = JSON.parse(projects.records);
  return {
    workspaceId: member.workspace.id,
    email: member.email,
    ...(team && { teamId: team.key }),
    ...(task && { teamId: task.reference.split("-")[0], taskId: task.reference }),
    ...(project && { projectId: project.key }),
  };
}

function noMarkdown(c: Context<Env>): Response {
  const { origin } = c.get("deps").settings;
  const text =
    `There is no page at ${c.req.path}. Index of these docs: ${origin}${docsIndexPath}\n`;
  return wholeAnswer(c, text, 404, { "content-type": markdownType });
}

/** Files for programs are the same for everyone, so caches can keep them for five minutes. */
const forPrograms = ({ pages }: Site) => ({
  "cache-control": pages === "off" ? "private, no-cache" : "public, max-age=300",
});

/** Returns the links of a page, as a header. RFC 8288 */
function linksOf(c: Context<Env>, { path }: DocsPage): { link: string } {
  const at = (path: string) => `<${c.get("deps").base?.path ?? ""}${path}>`;
  const links = [
    `${at(path)}; rel="canonical"`,
    `${at(markdownPath(path))}; rel="alternate"; type="text/markdown"`,
    `${at(docsIndexPath)}; rel="index"; type="text/plain"`,
  ];
  return { link: links.join(", ") };
}

interface Text {
  plain: string;
  /** The compressed text, if it is kept. */
  gzip?: Uint8Array<ArrayBuffer>;
}

/** Responds with a text, compressed if the client accepts it. */
function answerText(
  c: Context<Env>,
  { plain, gzip }: Text,
  about: Record<string, string>,
  status: 200 | 404 = 200,
): Response {
  const etag = etagOfText(plain);
  const { site } = c.get("deps");
  const headers = {
    ...about,
    vary: "Accept, Accept-Encoding, Cookie",
    etag,
    ...(site.pages === "listed" ? {} : { "x-robots-tag": "noindex" }),
  };
  if (status === 200 && hasCurrent(c, etag)) return wholeAnswer(c, null, 304, headers);
  if (!takesGzip(c)) return wholeAnswer(c, plain, status, headers);
  const packed = gzip ?? zipped(plain, 6);
  return wholeAnswer(c, packed, status, { ...headers, "content-encoding": "gzip" });
}
