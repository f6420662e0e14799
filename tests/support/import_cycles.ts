import { resolveImport } from "./import_rules.ts";
import { importsOf, type Source } from "./source.ts";

/**
 * Returns every import cycle as a path that ends where it started. Imports of types don't count, because they are
 * removed at run time. Dynamic imports count, because they hide a cycle without breaking it.
 */
export function importCycles(sources: Source[]): string[] {
  const graph = new Map(sources.map(({ path, text }) => [path, targets(path, text)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}

function targets(path: string, text: string): string[] {
  return importsOf(text)
    .filter((one) => !one.typeOnly)
    .map((one) => resolveImport(path, one.specifier))
    .filter((target) => target !== undefined);
}
