import type { Result, Router } from "hono/router";

/** What was registered, and in which segment of a path each of its names stands. */
type Found<T> = [handler: T, names: Record<string, number>];

interface Registered<T> {
  method: string;
  /** How many were registered before it. */
  order: number;
  found: Found<T>;
}

/** A place in the tree of paths: what is registered there, and what may follow. */
interface Place<T> {
  above: Place<T> | undefined;
  here: Registered<T>[];
  /** Registered for this place and all below it. */
  below: Registered<T>[];
  words: Map<string, Place<T>>;
  /** Where any segment but an empty one leads. */
  any: Place<T> | undefined;
}

/**
 * Finds what is registered for a path, segment by segment. Of Hono's own routers the quick one refuses a word beside a
 * name (`tasks/new`, `tasks/:taskId`), and the other one begins anew with every path. Takes words, `:name` and a `*` at
 * the end, which stands for everything below and for the place itself.
 */
export class PathsRouter<T> implements Router<T> {
  name = "PathsRouter";
  #root = newPlace<T>(undefined);
  #registered = 0;
  /** What paths found that lead to one place alone, for the methods that something is registered for. */
  #known = new Map<string, Map<Place<T>, Found<T>[]>>();

  add(method: string, path: string, handler: T): void {
    const segments = path.split("/");
    const all = segments.at(-1) === "*";
    const names: Record<string, number> = {};
    let place = this.#root;
    for (let at = 1; at < segments.length - Number(all); at++) {
      const segment = segments[at]!;
      if (/[*?{]/.test(segment)) throw new TypeError(`No path can be registered as ${path}.`);
      const isName = segment.startsWith(":");
      if (isName) names[segment.slice(1)] = at;
      place = isName ? place.any ??= newPlace(place) : wordAt(place, segment);
    }
    const list = all ? place.below : place.here;
    list.push({ method, order: this.#registered++, found: [handler, names] });
    this.#known = new Map([...this.#known.keys(), method].map((one) => [one, new Map()]));
  }

  /** @returns all that is registered for the path, in the order in which it was, and the segments that names stand in */
  match(method: string, path: string): Result<T> {
    const segments = path.split("/");
    let place: Place<T> | undefined = this.#root;
    for (let at = 1; at < segments.length && place; at++) place = onlyNext(place, segments[at]!);
    if (!place) return [inOrder(collect(this.#root, segments, 1), method), segments];
    const known = this.#known.get(method);
    const found = known?.get(place) ?? inOrder([...place.here, ...allAbove(place)], method);
    known?.set(place, found);
    return [found, segments];
  }
}

/** Where a segment leads; undefined where that is nowhere, or two places. */
function onlyNext<T>(place: Place<T>, segment: string): Place<T> | undefined {
  const word = place.words.get(segment);
  if (segment === "" || !place.any) return word;
  return word ? undefined : place.any;
}

/** What is registered for all below a place, and for all below each one above it. */
function allAbove<T>({ below, above }: Place<T>): Registered<T>[] {
  return above ? [...below, ...allAbove(above)] : below;
}

/** What is registered wherever the segments lead. @param at the segment that comes next */
function collect<T>(place: Place<T>, segments: string[], at: number): Registered<T>[] {
  if (at === segments.length) return [...place.below, ...place.here];
  const segment = segments[at]!;
  const next = [place.words.get(segment), segment === "" ? undefined : place.any];
  return [
    ...place.below,
    ...next.flatMap((one) => one ? collect(one, segments, at + 1) : []),
  ];
}

function inOrder<T>(registered: Registered<T>[], asked: string): Found<T>[] {
  return registered.filter(({ method }) => method === asked || method === "ALL")
    .sort((one, other) => one.order - other.order)
    .map(({ found }) => found);
}

function newPlace<T>(above: Place<T> | undefined): Place<T> {
  return { above, here: [], below: [], words: new Map(), any: undefined };
}

function wordAt<T>(place: Place<T>, word: string): Place<T> {
  const known = place.words.get(word);
  if (known) return known;
  const made = newPlace(place);
  place.words.set(word, made);
  return made;
}
