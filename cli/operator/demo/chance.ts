/** Repeatable random values, so that every demo is the same. */
export interface Chance {
  /** Returns a number from 0 to below 1. */
  next(): number;
  /** Returns true with this likelihood (0 to 1). */
  happens(likelihood: number): boolean;
  /** Returns a whole number between both ends, inclusive. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** Picks up to `count` different values. */
  some<T>(from: readonly T[], count: number): T[];
  /** Picks a value by weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
}

/**
 * Creates a mulberry32 generator, which is good enough for a demo.
 * @param seed any whole number
 */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]) => from[between(0, from.length - 1)]!;
  return {
    next,
    between,
    pick,
    happens: (likelihood) => next() < likelihood,
    some(from, count) {
      const left = [...from];
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(between(0, left.length - 1), 1)[0]!,
      );
    },
    weighted(from) {
      let at = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) if ((at -= weight) < 0) return value;
      return from.at(-1)![0];
    },
  };
}
