import { resolveImport } from "./import_rules.ts";
import { importsOf, type Source } from "./source.ts";

/**
 * Returns everything that importing a module loads, immediately or dynamically, except types: files as paths, and
 * packages as names. Deno reads all literally named imports before any code runs.
 */
export function modulesLoadedBy(path: string, sources: Source[]): string[] {
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
