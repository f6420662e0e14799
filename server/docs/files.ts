import { staticFolder } from "../http/assets.ts";
import { createHash } from "node:crypto";
import { docsIndexPath, docsPath, docsSearchPath, markdownPath } from "../../views/docs_paths.ts";
import { landingPath } from "../../views/paths.ts";
import { feedPath } from "../../views/site_paths.ts";
import type { BasePath } from "../http/base_path.ts";
import type { Site } from "../http/env.ts";
import { writeFeed } from "./feed.ts";
import type { Catalog, DocsPage } from "./catalog.ts";
import { listFound } from "./search.ts";
import { asFile, fillIn, type Values, type Writer } from "./write.ts";

/** The sources of a file for programs. */
export interface FileContext {
  catalog: Catalog;
  writer: Writer;
  values: Values;
  site: Site;
  base: BasePath | undefined;
}

/** A file for programs. */
export interface ProgramFile {
  type: string;
  write(context: FileContext): Promise<string> | string;
}

const plain = "text/plain; charset=utf-8";
const markdown = "text/markdown; charset=utf-8";
const xml = "application/xml; charset=utf-8";
/** The rules for crawlers. */
export const robotsPath = "/robots.txt";

const skillNames = ["backlog-work", "backlog-admin"] as const;
const skillPath = (name: string) => `/.well-known/agent-skills/${name}/SKILL.md`;

/** Pages that programs need first, if they exist. */
const firstPages = [
  "api/auth/request-code",
  "api/auth/verify-code",
  "api/workspace/create-workspace",
  "api/workspace/inspect-current-context",
  "api/task/create",
  "api/task/browse",
  "api/task/change-status",
  "api/task/update-details",
  "api/automation/create-automation",
  "api/automation/exchange-automation-secret",
  "api/automation/create-agent",
  "api/automation/rotate-automation-secret",
  "reference/errors",
];

/** All files for programs, by path. */
export const programFiles: Readonly<Record<string, ProgramFile>> = {
  "/llms.txt": { type: plain, write: writeEntry },
  "/llms-full.txt": { type: plain, write: writeCorpus },
  [docsIndexPath]: { type: plain, write: ({ catalog, values }) => indexOf(catalog.root, values) },
  ...Object.fromEntries(["web", "api", "cli"].map((name) => [`${docsPath}/${name}/llms.txt`, {
    type: plain,
    write: ({ catalog, values }: FileContext) =>
      indexOf(catalog.pages.get(`${docsPath}/${name}`)!, values),
  }])),
  [`${docsPath}/sitemap.xml`]: {
    type: xml,
    write: ({ catalog, values }) => sitemapOf([...catalog.pages.values()], values),
  },
  "/sitemap.xml": {
    type: xml,
    write: ({ catalog, values }) =>
      sitemapOf(
        [{ path: landingPath }, ...catalog.site.values(), ...catalog.pages.values()],
        values,
      ),
  },
  [feedPath]: {
    type: "application/atom+xml; charset=utf-8",
    write: ({ values }) => writeFeed(values.origin),
  },
  [docsSearchPath]: {
    type: "application/json",
    write: async ({ catalog, base }) => {
      const found = await listFound(catalog);
      return base?.json(found, "path") ?? JSON.stringify(found);
    },
  },
  [robotsPath]: { type: plain, write: writeRobots },
  "/.well-known/api-catalog": {
    type: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    write: ({ values }) => JSON.stringify(catalogOf(values), null, 2),
  },
  "/.well-known/agent-skills/index.json": {
    type: "application/json",
    write: ({ values }) => JSON.stringify(skillsOf(values), null, 2),
  },
  ...Object.fromEntries(skillNames.map((name) => [skillPath(name), {
    type: markdown,
    write: ({ values }: FileContext) => skillOf(name, values),
  }])),
};

/** Writes the first file that a program reads. https://llmstxt.org */
function writeEntry({ catalog, values: { origin, version } }: FileContext): string {
  const first = firstPages.map((name) => catalog.pages.get(`${docsPath}/${name}`))
    .filter((page) => page !== undefined);
  const sections = catalog.root.children.map(({ path, title, description }) =>
    `- [${title}](${origin}${markdownPath(path)}): ${description}`
  );
  return `# Backlog

> Backlog tracks the tasks and projects of people and their agents. This server runs version ${version} at ${origin}.

REST API: ${origin}/api/v1, with JSON and \`Authorization: Bearer TOKEN\`. \`GET /me\` returns the workspace's ID for all other paths. If you have an automation's secret, exchange it for a token first. To act as an agent, send the agent's profile ID in the header \`X-Backlog-Agent\`. Every docs page is Markdown at its address with \`.md\` added.

## First steps

${listOf(first, origin)}

## Docs

- [Index of all pages](${origin}${docsIndexPath}): Every page with its purpose.
${sections.join("\n")}

## About Backlog

${listOf([...catalog.site.values()], origin)}

## For programs

- [OpenAPI description](${origin}/openapi.json): The REST API, with all schemas.
- [Command line](${origin}/backlog.sh): One script for bash, curl, and jq.
- [Agent skills](${origin}/.well-known/agent-skills/index.json): Instructions for work and for administration.

## Optional

- [All docs in one file](${origin}/llms-full.txt): The text of every page.
- [Sitemap](${origin}/sitemap.xml): Every public address.
`;
}

/** Writes an index of a page and all pages below it. */
export function indexOf(page: DocsPage, { origin }: Values): string {
  const sections = page.children.map((child) =>
    `## ${child.title}\n\n${listOf(below(child), origin)}`
  );
  const start = `# ${page.title}\n\n> ${page.description}\n\n${listOf([page], origin)}`;
  return `${[start, ...sections].join("\n\n")}\n`;
}

function listOf(pages: readonly DocsPage[], origin: string): string {
  return pages.map(({ path, title, description }) =>
    `- [${title}](${origin}${markdownPath(path)}): ${description}`
  ).join("\n");
}

function below(page: DocsPage): DocsPage[] {
  return [page, ...page.children.flatMap(below)];
}

/** Writes the text of every page into one file. */
async function writeCorpus({ catalog, writer, values }: FileContext): Promise<string> {
  const { origin } = values;
  const parts = [
    `# Backlog docs, all pages in one file\n\nFirst file: ${origin}/llms.txt\nIndex: ${origin}${docsIndexPath}\n`,
  ];
  for (const page of [...catalog.site.values(), ...catalog.pages.values()]) {
    const body = asFile(page, await writer.write(page, values), origin).replace(/^> .*\n\n/, "");
    parts.push(`<!-- ${origin}${page.path} -->\n\n${body}`);
  }
  return withoutOtherOrigins(parts.join("\n"), origin);
}

/** Replaces links to other sites by their texts, and addresses of examples by this server's. */
function withoutOtherOrigins(text: string, origin: string): string {
  const example = "(?:[a-z-]+\\.)?example\\.com\\b";
  return text.replace(new RegExp(`https://${example}`, "g"), origin)
    .replace(new RegExp(`http://${example}`, "g"), `http://${new URL(origin).hostname}`)
    .replace(
      /\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g,
      (link, name, url: string) => url.startsWith(origin) ? link : name,
    );
}

function sitemapOf(
  pages: readonly { path: string; changed?: string }[],
  { origin }: Values,
): string {
  const urls = pages.map(({ path, changed }) =>
    `<url><loc>${origin}${path}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}

/** Writes the rules for crawlers. RFC 9309, https://contentsignals.org */
function writeRobots({ values: { origin }, site }: FileContext): string {
  if (site.pages !== "listed") return "User-agent: *\nDisallow: /\n";
  return `User-agent: *
Content-Signal: ${site.contentSignal}
Disallow: /workspace
Disallow: /onboarding
Allow: /

Sitemap: ${origin}/sitemap.xml
`;
}

/** Returns the catalog of the server's APIs. RFC 9727 */
function catalogOf({ origin }: Values): unknown {
  return {
    linkset: [{
      anchor: `${origin}/api/v1`,
      "service-desc": [{ href: `${origin}/openapi.json`, type: "application/json" }],
      "service-doc": [
        { href: `${origin}${docsPath}/api`, type: "text/html" },
        { href: `${origin}${docsPath}/api/llms.txt`, type: "text/plain" },
      ],
      status: [{ href: `${origin}/health`, type: "application/json" }],
    }],
  };
}

/** Returns the index of the skills, with the hash of each file as served. */
function skillsOf(values: Values): unknown {
  return {
    $schema: "https://schemas.agentskills.io/discovery/0.2.0/schema.json",
    skills: skillNames.map((name) => {
      const text = skillOf(name, values);
      return {
        name,
        type: "skill-md",
        description: /^description: (.+)$/m.exec(text)?.[1],
        url: values.origin + skillPath(name),
        digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
      };
    }),
  };
}

function skillOf(name: string, values: Values): string {
  const file = new URL(`skills/${name}.md`, staticFolder);
  return fillIn(Deno.readTextFileSync(file), values);
}
