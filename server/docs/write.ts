import { docsIndexPath, markdownPath } from "../../views/docs_paths.ts";
import type { Catalog, DocsPage } from "./catalog.ts";
import type { Site } from "../http/env.ts";
import { tables } from "./tables.ts";

/** The values of placeholders: `{{origin}}`, `{{workspaceId}}`. */
export interface Values {
  origin: string;
  version: string;
  workspaceId: string;
  teamId: string;
  taskId: string;
  projectId: string;
  email: string;
  /** Markdown sentences that name the server's operator. */
  operator: string;
}

/**
 * Returns the values for readers who aren't signed in.
 * @param origin the server's public address
 * @param operator the operator's settings
 */
export function exampleValues(
  origin: string,
  version: string,
  operator: Site["operator"] = {},
): Values {
  return {
    operator: describeOperator(operator),
    origin,
    version,
    workspaceId: "WORKSPACE_ID",
    teamId: "ENG",
    taskId: "ENG-123",
    projectId: "WEB",
    email: "ada@example.com",
  };
}

function describeOperator({ name, contact }: Site["operator"]): string {
  const shown = name?.replace(/[\\`*_[\]<>&#|~]/g, "\\$&");
  const address = contact && (contact.includes("://") ? contact : `mailto:${contact}`);
  const link = contact && `[${contact.replace(/[\\`*_[\]~]/g, "\\$&")}](${address})`;
  if (shown) return `${shown} runs this server.${link ? ` Contact: ${link}.` : ""}`;
  if (link) return `You can reach the operator of this server at ${link}.`;
  return "The operator of this server hasn't published a name or an address. To find out who the operator is, ask the person who invited you.";
}

const interfaces: Readonly<Record<string, string>> = {
  web: "on the web",
  api: "over REST",
  cli: "on the command line",
};

/** Writes pages as Markdown. HTML, Markdown files, and the corpus all come from its texts. */
export class Writer {
  /** Tables by their line. Each is written once, because describing an endpoint takes milliseconds. */
  readonly #written = new Map<string, Promise<string> | string>();

  constructor(private readonly catalog: Catalog) {}

  /**
   * Writes a page without its title: fills in placeholders and tables, and adds the pages below it and the same job in
   * other interfaces.
   */
  async write(page: DocsPage, values: Values): Promise<string> {
    const text = (await this.catalog.text(page)).replace(/^ *<!--[^]*?-->\n*/gm, "");
    const parts = await Promise.all(
      text.split(/^(\{\{.+\}\})$/m).map((part) => this.#table(part) ?? fillIn(part, values)),
    );
    return [parts.join(""), listOf(page), counterpartsOf(this.catalog, page)]
      .map((part) => part.trim()).filter(Boolean).join("\n\n");
  }

  /** Returns the table for a line such as `{{flags tasks create}}`, or undefined for other text. */
  #table(line: string): Promise<string> | string | undefined {
    const [, name = "", argument = ""] = /^\{\{([a-z]+)(?: (.+))?\}\}$/.exec(line) ?? [];
    if (!Object.hasOwn(tables, name)) return undefined;
    const known = this.#written.get(line) ?? tables[name]!(argument);
    this.#written.set(line, known);
    return known;
  }
}

/** Fills in placeholders. */
export function fillIn(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (all, name: string) => values[name as keyof Values] ?? all);
}

/** Returns the list of the pages below a page. */
function listOf({ children }: DocsPage): string {
  return [...Map.groupBy(children, ({ group }) => group)].map(([group, pages]) =>
    [
      ...(group === null ? [] : [`## ${group}\n`]),
      ...pages.map(({ path, title, description }) => `- [${title}](${path}): ${description}`),
    ].join("\n")
  ).join("\n\n");
}

function counterpartsOf(catalog: Catalog, page: DocsPage): string {
  const links = catalog.counterparts(page)
    .map(({ path }) => `[${interfaces[path.split("/")[2]!]}](${path})`);
  return links.length > 0 ? `You can also do this ${links.join(" or ")}.` : "";
}

/** Returns a page as a Markdown file, with a first line for programs and with absolute links. */
export function asFile({ title, description }: DocsPage, body: string, origin: string): string {
  const start = `> Index of these docs: ${origin}${docsIndexPath}`;
  return `${start}\n\n# ${title}\n\n${description}\n\n${withAbsoluteLinks(body, origin)}`.trim() +
    "\n";
}

/** Adds the server's address to links that start with a slash, except in code. Links to docs pages lead to their Markdown. */
function withAbsoluteLinks(text: string, origin: string): string {
  return text.replace(
    /^(`{3,})[^]*?^\1$|`[^`\n]+`|\]\((\/docs(?:\/[\w/-]+)?(?=[#)])|(?=\/))/gm,
    (found, _fence, page?: string) => {
      if (!found.startsWith("](")) return found;
      return `](${origin}${page ? markdownPath(page) : ""}`;
    },
  );
}
