import { posix } from "node:path";
import { type Import, importsOf, type Source } from "./source.ts";

/** One room of the house and what may be carried into it. The test's copy of the import table. */
interface Room {
  name: string;
  /** Which files are in it; the first room that fits counts. */
  files: RegExp;
  /** Files of the repository, besides the room's own, that it may import. */
  imports: RegExp[];
  /** Files that it may import as types alone. */
  types?: RegExp[];
  /** Packages from npm, by their names in `deno.json`. */
  packages: RegExp[];
  /** Whether it may use what Deno takes from Node; on unless said otherwise. */
  node?: false;
}

const hono = /^hono(\/|$)/;
const zod = /^zod$/;
const anything = /./;

export const rooms: Room[] = [
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

/** What breaks the import table, each as `path: sentence`; empty when the house is in order. */
export function importViolations(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const room = rooms.find((one) => one.files.test(source.path));
    if (!room) return [`${source.path}: stands in no room of the import table.`];
    return importsOf(source.text)
      .filter((one) => !mayImport(room, source.path, one))
      .map((one) => `${source.path}: ${room.name} may not import ${described(one)}.`);
  });
}

/** Where a relative import leads, as a path from the root; undefined for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  return specifier.startsWith(".")
    ? posix.normalize(posix.join(posix.dirname(from), specifier))
    : undefined;
}

function mayImport(room: Room, from: string, { specifier, typeOnly }: Import): boolean {
  const path = resolveImport(from, specifier);
  const fits = (patterns: RegExp[] | undefined, value: string) =>
    (patterns ?? []).some((pattern) => pattern.test(value));
  if (path !== undefined) {
    if (room === rooms.find((one) => one.files.test(path))) return true;
    return fits(room.imports, path) || typeOnly && fits(room.types, path);
  }
  if (specifier.startsWith("node:")) return room.node !== false;
  // So that a client's command waits for nothing of the server
  if (specifier === "<computed>") return room.name === "tests" || from === "cli/groups.ts";
  return fits(room.packages, specifier);
}

function described({ specifier, typeOnly }: Import): string {
  return typeOnly ? `types from ${specifier}` : specifier;
}
