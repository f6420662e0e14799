import assert from "node:assert/strict";
import { chanceFrom } from "../../cli/operator/demo/chance.ts";
import fc from "../packages/fast_check.ts";
import { firstIdAt, newId } from "../../server/domain/core/ids.ts";
import { keysBetween, LONGEST_KEY, POSITION_KEY } from "../../server/domain/tasks/position_keys.ts";
import { seedsOf } from "../support/seeds.ts";
import { testStart } from "../support/world.ts";

const idAt = (ms: number) => newId("task", new Date(Date.parse(testStart) + ms));
const ascending = (keys: readonly (string | null)[]) =>
  keys.every((key, n) => n === 0 || keys[n - 1]! < key!);
/** Any key that can be: an id's, or one that was made between others. */
const someKey = fc.tuple(
  fc.integer({ min: 0, max: 5 }),
  fc.array(fc.nat(31), { maxLength: 60 }),
).map(([ms, digits]) => {
  const drawn = digits.map((digit) => digit.toString(32).replace(/[ilou]/, "z")).join("");
  return idAt(ms) + (digits.length > 0 ? drawn + "1" : "");
});
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

for (const seed of seedsOf(20_263)) {
  Deno.test(`keys fit between any two keys, in order, and don't end in a zero (seed ${seed})`, () => {
    const ends = fc.uniqueArray(someKey, { minLength: 2, maxLength: 2 });
    const property = fc.property(ends, fc.integer({ min: 1, max: 50 }), draw, (ends, count, at) => {
      const [lower, upper] = ends.toSorted() as [string, string];
      for (const [low, high] of [[lower, upper], [null, upper], [lower, null]] as const) {
        const keys = keysBetween(low, high, count, () => at);
        const all = [...low ? [low] : [], ...keys, ...high ? [high] : []];
        assert.ok(ascending(all), JSON.stringify(all));
        assert.ok(keys.every((key) => /^task_[0-9a-hjkmnp-tv-z]{27,}$/.test(key)));
        assert.ok(keys.every((key) => !key.endsWith("0")));
      }
    });
    fc.assert(property, { numRuns: 500, seed });
  });
}

for (const seed of seedsOf(20_264)) {
  Deno.test(`ten thousand tasks placed at one end are in order, with keys no longer than the first (seed ${seed})`, () => {
    const { next } = chanceFrom(seed);
    for (const below of [true, false]) {
      const keys = [idAt(0)];
      for (let n = 0; n < 10_000; n++) {
        const [lower, upper] = below ? [null, keys.at(-1)!] : [keys.at(-1)!, null];
        keys.push(keysBetween(lower, upper, 1, next)[0]!);
      }
      assert.ok(ascending(below ? keys.toReversed() : keys));
      assert.equal(Math.max(...keys.map(({ length }) => length)), keys[1]!.length);
      // A task that is created later comes above all that were moved to the top
      const later = firstIdAt("task", new Date(Date.parse(testStart) + 10));
      assert.ok(below || keys.at(-1)! < later);
    }
  });

  Deno.test(`more than 500 tasks can be placed at one position before a key is too long (seed ${seed})`, () => {
    const { next } = chanceFrom(seed);
    let [lower, upper] = [idAt(0), idAt(1)];
    let made = 0;
    for (; upper.length <= LONGEST_KEY; made++) {
      const [key] = keysBetween(lower, upper, 1, next);
      assert.ok(lower < key! && key! < upper);
      upper = key!;
    }
    assert.ok(made > 500, `${made} were`);
  });
}

Deno.test("no keys can be created between keys that aren't in order", () => {
  const id = idAt(0);
  for (const [lower, upper] of [[id, id], [`${id}1`, id], [id, `${id}00`]] as const) {
    assert.throws(() => keysBetween(lower, upper, 1, () => 0.5), RangeError);
  }
});

Deno.test("keys at both ends are valid and in order", () => {
  for (const at of [0, 0.5, 0.999]) {
    for (const count of [1, 50]) {
      const first = `task_${"0".repeat(27)}1`;
      const below = keysBetween(null, first, count, () => at);
      assert.ok(ascending([...below, first]), below.join());
      const last = `task_7${"z".repeat(27)}`;
      const above = keysBetween(last, null, count, () => at);
      assert.ok(ascending([last, ...above]), above.join());
      for (const key of [...below, ...above]) assert.match(key, POSITION_KEY);
    }
  }
});
