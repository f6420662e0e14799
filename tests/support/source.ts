import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder, without a trailing slash. */
export const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** A source file: its text, and its path from the root with forward slashes. */
export interface Source {
  path: string;
  text: string;
}

/** An import: its specifier, and whether it is removed at run time (`import type`, `export type … from`). */
export interface Import {
  specifier: string;
  typeOnly: boolean;
}

const skippedFolders = new Set([".git", "node_modules", "data", "coverage"]);

/** Returns every file of the repository with one of these extensions (`.ts`), sorted by path. */
export async function readSources(endings: string[], folder = repository): Promise<Source[]> {
  const sources: Source[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory && !skippedFolders.has(entry.name)) {
      sources.push(...await readSources(endings, path));
    } else if (entry.isFile && endings.some((ending) => entry.name.endsWith(ending))) {
      const text = await Deno.readTextFile(path);
      sources.push({ path: relative(repository, path).replaceAll("\\", "/"), text });
    }
  }
  return sources.sort((a, b) => a.path < b.path ? -1 : 1);
}

/**
 * Returns a file's imports: static, re-exported, dynamic, and of text. `deno fmt` puts static imports at the start of a
 * line, which this relies on. An `import(…)` of anything but a plain string has the specifier `<computed>`.
 */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const match of code.matchAll(/^(?:import|export)\s+(type\s)?[^;"'`]*?from\s*"([^"]+)"/gm)) {
    found.push({ specifier: match[2]!, typeOnly: match[1] !== undefined });
  }
  for (const match of code.matchAll(/^import\s*"([^"]+)"/gm)) {
    found.push({ specifier: match[1]!, typeOnly: false });
  }
  for (const match of code.matchAll(/\b(typeof\s+)?import\(\s*(?:"([^"]+)")?/g)) {
    found.push({ specifier: match[2] ?? "<computed>", typeOnly: match[1] !== undefined });
  }
  return found;
}

const commentOrText =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/** Returns the text without comments but with the same lines, so that rules ignore prose. */
export function withoutComments(text: string): string {
  return text.replace(
    commentOrText,
    (found) => found.startsWith("/") ? found.replace(/[^\n]/g, "") : found,
  );
}

/** Returns the text without comments and with empty strings, so that only identifiers and punctuation remain. */
export function bareCode(text: string): string {
  return text.replace(
    commentOrText,
    (found) => found.startsWith("/") ? found.replace(/[^\n]/g, "") : '""',
  );
}
