import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository, without a trailing slash. */
export const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** One source file: its path from the repository's root, with forward slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** One import: what it names, and whether it is gone at run time (`import type`, `export type … from`). */
export interface Import {
  specifier: string;
  typeOnly: boolean;
}

const skippedFolders = new Set([".git", "node_modules", "data", "coverage"]);

/** Every file of the repository with one of these endings (`.ts`), in order of path. */
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
 * A file's imports, static, re-exported, dynamic and of text alike. `deno fmt` puts a static one at the start of a
 * line, and the test relies on it; an `import(…)` that names no plain string has the specifier `<computed>`.
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

/** The text with its comments gone and its lines kept, so that no rule trips over prose. */
export function withoutComments(text: string): string {
  return text.replace(
    commentOrText,
    (found) => found.startsWith("/") ? found.replace(/[^\n]/g, "") : found,
  );
}

/** The text without comments and with every string emptied: identifiers and punctuation alone. */
export function bareCode(text: string): string {
  return text.replace(
    commentOrText,
    (found) => found.startsWith("/") ? found.replace(/[^\n]/g, "") : '""',
  );
}
