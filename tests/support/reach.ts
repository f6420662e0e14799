import { resolveImport } from "./rooms.ts";
import { importsOf, type Source } from "./source.ts";

/**
 * What is loaded when a module is, late or at once, types aside: files by their paths, packages by their names. Deno
 * reads all that an import names literally before anything runs.
 */
export function reachedFrom(path: string, sources: Source[]): string[] {
  const texts = new Map(sources.map((source) => [source.path, source.text]));
  const reached = new Set<string>();
  const visit = (at: string) => {
    for (const { specifier, typeOnly } of importsOf(texts.get(at) ?? "")) {
      if (typeOnly || specifier === "<computed>") continue;
      const target = resolveImport(at, specifier) ?? specifier;
      if (reached.has(target)) continue;
      reached.add(target);
      visit(target);
    }
  };
  visit(path);
  return [...reached].sort();
}
