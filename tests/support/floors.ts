import { resolveImport } from "./rooms.ts";
import { importsOf, type Source } from "./source.ts";

/** The domain's floors, the lowest first: a file imports from its own floor and from lower ones. Nouns live on the last. */
const floors = [
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

/** The only pairs of nouns that know each other: a record shows its parts, or is filled from its template. */
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

/** What breaks the domain's floors, each as a sentence; empty when the house is in order. Types alone don't count. */
export function floorViolations(sources: Source[]): string[] {
  return [...climbs(sources), ...circles(sources)];
}

/** Imports from a floor above. */
function climbs(sources: Source[]): string[] {
  return edges(sources)
    .filter(({ from, to }) => floorOf(from) < floorOf(to))
    .map(({ path, to }) => `${path}: ${to} is on a floor above.`);
}

/** Nouns that know each other, besides the pairs that may. */
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
    if (start >= 0) found.push(`${[...trail.slice(start), noun].join(" → ")} is a circle.`);
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

/** The folder of the domain, or the file that stands in none. */
function placeOf(path: string): string {
  return path.slice(DOMAIN.length).split("/")[0]!;
}

function floorOf(place: string): number {
  const floor = (floors as readonly string[]).indexOf(place);
  return floor < 0 ? floors.length : floor;
}
