import { resolveImport } from "./import_rules.ts";
import { importsOf, type Source } from "./source.ts";

/** The domain's layers, lowest first. A file can import from its own layer and from lower ones. Records are the top layer. */
const layers = [
  "core",
  "vocabulary.ts",
  "refs",
  "visibility",
  "text",
  "activity",
  "audit",
  "side_effects",
  "change",
] as const;

/** The only pairs that can import each other: a record contains its parts, or is created from its template. */
const pairs: readonly (readonly [whole: string, part: string])[] = [
  ["tasks", "comments"],
  ["tasks", "relations"],
  ["tasks", "resources"],
  ["tasks", "task_templates"],
  ["projects", "milestones"],
  ["projects", "project_updates"],
  ["projects", "project_templates"],
];

const DOMAIN = "server/domain/";

/** Returns a sentence for each import that breaks the layers. Imports of types don't count. */
export function layerViolations(sources: Source[]): string[] {
  return [...climbs(sources), ...circles(sources)];
}

/** Finds imports from a higher layer. */
function climbs(sources: Source[]): string[] {
  return edges(sources)
    .filter(({ from, to }) => layerOf(from) < layerOf(to))
    .map(({ path, to }) => `${path}: ${to} is in a higher layer.`);
}

/** Finds circular imports between records, except in the allowed pairs. */
function circles(sources: Source[]): string[] {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of edges(sources)) {
    if (pairs.some(([whole, part]) => whole === from && part === to)) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (noun: string, trail: string[]) => {
    const start = trail.indexOf(noun);
    if (start >= 0) found.push(`${[...trail.slice(start), noun].join(" → ")} is circular.`);
    if (start >= 0 || done.has(noun)) return;
    for (const next of graph.get(noun) ?? []) visit(next, [...trail, noun]);
    done.add(noun);
  };
  for (const noun of graph.keys()) visit(noun, []);
  return found;
}

function edges(sources: Source[]) {
  return sources.filter(({ path }) => path.startsWith(DOMAIN)).flatMap(({ path, text }) =>
    importsOf(text).filter(({ typeOnly }) => !typeOnly)
      .map(({ specifier }) => resolveImport(path, specifier))
      .filter((target) => target?.startsWith(DOMAIN))
      .map((target) => ({ path, from: placeOf(path), to: placeOf(target!) }))
      .filter(({ from, to }) => from !== to)
  );
}

/** Returns the folder in the domain, or the name of a file that is in none. */
function placeOf(path: string): string {
  return path.slice(DOMAIN.length).split("/")[0]!;
}

function layerOf(place: string): number {
  const layer = (layers as readonly string[]).indexOf(place);
  return layer < 0 ? layers.length : layer;
}
