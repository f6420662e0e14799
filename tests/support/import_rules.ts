import { posix } from "node:path";
import { type Import, importsOf, type Source } from "./source.ts";

/** A part of the code and the imports that are allowed in it. */
interface ImportRule {
  name: string;
  /** The files of the part. The first rule that matches a file applies. */
  files: RegExp;
  /** Files of the repository, besides the part's own, that it can import. */
  imports: RegExp[];
  /** Files whose types it can import. */
  types?: RegExp[];
  /** Packages from npm, by their names in `deno.json`. */
  packages: RegExp[];
  /** Whether it can import `node:` modules, `true` by default. */
  node?: false;
}

const hono = /^hono(\/|$)/;
const zod = /^zod$/;
const anything = /./;

export const importRules: ImportRule[] = [
  { name: "main.ts", files: /^main\.ts$/, imports: [/^cli\/[^/]+\.ts$/], packages: [] },
  {
    name: "cli/commands",
    files: /^cli\/commands\//,
    imports: [/^cli\/[^/]+\.ts$/, /^server\/domain\/[^/]+\/schema\.ts$/],
    packages: [zod],
  },
  {
    name: "cli/operator",
    files: /^cli\/operator\//,
    imports: [/^server\//, /^cli\/[^/]+\.ts$/],
    packages: [anything],
  },
  {
    name: "cli/packing",
    files: /^cli\/packing\//,
    imports: [/^deno\.json$/],
    packages: [/^@iconify-json\/lucide\//],
  },
  {
    name: "cli/cli.ts",
    files: /^cli\/(cli|groups)\.ts$/,
    imports: [/^cli\//],
    packages: [/^commander$/, /^@commander-js\/extra-typings$/],
  },
  {
    name: "cli",
    files: /^cli\//,
    imports: [/^cli\/[^/]+\.ts$/, /^deno\.json$/],
    types: [/^server\/domain\/[^/]+\/schema\.ts$/],
    packages: [zod, /^string-width$/],
  },
  {
    name: "server/docs",
    files: /^server\/docs\//,
    imports: [
      /^server\/(domain|http|api|mail|palette)\//,
      /^views\//,
      /^cli\/[^/]+\.ts$/,
    ],
    types: [/^server\/config\.ts$/],
    packages: [
      hono,
      /^highlight\.js\/lib\//,
      /^markdown-it(-anchor|\/browser)?$/,
      /^@mdit\/plugin-alert$/,
    ],
  },
  {
    name: "server/palette",
    files: /^server\/palette\//,
    imports: [/^server\/domain\//, /^views\//],
    packages: [/^kysely$/, zod],
  },
  {
    name: "server/web",
    files: /^server\/web\//,
    imports: [/^server\/(domain|http|palette)\//, /^views\//],
    packages: [hono, zod],
  },
  {
    name: "server/api",
    files: /^server\/api\//,
    imports: [/^server\/(domain|http)\//],
    packages: [hono, zod],
  },
  { name: "static", files: /^static\/js\//, imports: [], packages: [], node: false },
  {
    name: "server/http",
    files: /^server\/http\//,
    imports: [/^server\/domain\//, /^views\/(layouts\/|palette\/|paths\.ts)/, /^static\//],
    types: [/^server\/config\.ts$/, /^views\/page_memory\.ts$/],
    packages: [hono, zod, /^htmx\.org\//, /^@alpinejs\/csp/, /^ipaddr\.js$/],
  },
  {
    name: "server/domain",
    files: /^server\/domain\//,
    imports: [/^server\/database\//],
    packages: [/^kysely$/, zod, /^uuid$/, /^markdown-it(\/browser)?$/],
  },
  {
    name: "server/database",
    files: /^server\/database\//,
    imports: [/^migrations\//],
    types: [/^server\/domain\/vocabulary\.ts$/],
    packages: [/^kysely$/, /^libsql$/, /^@libsql\/client$/],
  },
  {
    name: "server/mail",
    files: /^server\/mail\//,
    imports: [
      /^server\/domain\//,
      /^views\/(paths|inbox_paths|settings_paths|inbox\/sentences)\.ts$/,
    ],
    types: [/^server\/config\.ts$/],
    packages: [/^nodemailer$/],
  },
  {
    name: "server/config.ts",
    files: /^server\/config\.ts$/,
    imports: [],
    packages: [zod],
  },
  {
    name: "server/app.ts and serve.ts",
    files: /^server\/[^/]+\.tsx?$/,
    imports: [/^server\//, /^views\/(page_memory|paths)\.ts$/, /^deno\.json$/],
    packages: [hono],
  },
  {
    name: "views",
    files: /^views\//,
    imports: [/^server\/domain\/(vocabulary|activity\/(kinds|undoable))\.ts$/],
    types: [/^server\/(domain|docs)\//],
    packages: [
      /^hono\/(jsx|html|utils\/html)/,
      /^@iconify-json\/lucide\//,
      /^markdown-it(\/browser)?$/,
    ],
    node: false,
  },
  { name: "migrations", files: /^migrations\//, imports: [], packages: [/^kysely$/], node: false },
  { name: "tests", files: /^tests\//, imports: [anything], packages: [anything] },
];

/** Returns each import that breaks the rules, as `path: sentence`. */
export function importViolations(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const rule = importRules.find((one) => one.files.test(source.path));
    if (!rule) return [`${source.path}: matches no import rule.`];
    return importsOf(source.text)
      .filter((one) => !canImport(rule, source.path, one))
      .map((one) => `${source.path}: ${rule.name} must not import ${described(one)}.`);
  });
}

/** Returns the path of a relative import from the root, or `undefined` for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  return specifier.startsWith(".")
    ? posix.normalize(posix.join(posix.dirname(from), specifier))
    : undefined;
}

function canImport(rule: ImportRule, from: string, { specifier, typeOnly }: Import): boolean {
  const path = resolveImport(from, specifier);
  const fits = (patterns: RegExp[] | undefined, value: string) =>
    (patterns ?? []).some((pattern) => pattern.test(value));
  if (path !== undefined) {
    if (rule === importRules.find((one) => one.files.test(path))) return true;
    return fits(rule.imports, path) || typeOnly && fits(rule.types, path);
  }
  if (specifier.startsWith("node:")) return rule.node !== false;
  // A client's command loads nothing of the server
  if (specifier === "<computed>") return rule.name === "tests" || from === "cli/groups.ts";
  return fits(rule.packages, specifier);
}

function described({ specifier, typeOnly }: Import): string {
  return typeOnly ? `types from ${specifier}` : specifier;
}
