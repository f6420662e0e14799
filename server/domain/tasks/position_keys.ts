/**
 * Keys of a team's manual order, highest first. A task without an assigned key uses its ID, so keys have the form of
 * IDs: `task_`, then a fraction in base 32. IDs have 26 digits, and keys have more.
 * https://github.com/jetify-com/typeid/tree/main/spec
 */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const PREFIX = "task_";
const OF_AN_ID = 26;
/** The number of random digits in a key, so that two keys created at once for the same position differ. */
const DRAWN = 4;
const STEP = 32n ** BigInt(DRAWN);

/** The form of a key. */
export const POSITION_KEY = /^task_[0-7][0-9a-hjkmnp-tv-z]{26,250}[1-9a-hjkmnp-tv-z]$/;

/** A longer key means that the ones around it must be renumbered. */
export const LONGEST_KEY = 200;
const MOST_DIGITS = 2 * LONGEST_KEY;

/**
 * Creates keys between two others, lowest first, at equal distances.
 * @param lower and `upper`: the lower and upper key; null for an open end
 * @param draw returns a number from 0 to below 1
 * @throws RangeError if they aren't in order
 */
export function keysBetween(
  lower: string | null,
  upper: string | null,
  count: number,
  draw: () => number,
): string[] {
  const steps = BigInt(count + 1);
  const shared = lower === null || upper === null ? 0 : sharedDigits(lower, upper);
  for (let digits = Math.max(OF_AN_ID, shared) + DRAWN; digits < MOST_DIGITS; digits++) {
    const [low, high] = endsOf(lower, upper, steps, digits);
    const apart = (high - low) / steps;
    if (apart < STEP) continue;
    return Array.from({ length: count }, (_, n) => {
      // Returns a key in the middle half of its range, so that it is also apart from its neighbors.
      const drawn = apart / 4n + BigInt(Math.floor(draw() * 2 ** 30)) * (apart / 2n) / 2n ** 30n;
      return keyOf(low + BigInt(n) * apart + apart / 2n + drawn, digits);
    });
  }
  throw new RangeError(`There is no position between ${lower} and ${upper}.`);
}

/** The limit of a key's first digit, as in every ID. */
const HIGHEST = 8n;
const most = (a: bigint, b: bigint) => a > b ? a : b;
const least = (a: bigint, b: bigint) => a < b ? a : b;

/**
 * Returns both ends of a range as integers. If one end is open, it is placed `steps` steps from the other, within the
 * limits of keys.
 */
function endsOf(
  lower: string | null,
  upper: string | null,
  steps: bigint,
  digits: number,
): [bigint, bigint] {
  const away = steps * STEP;
  const low = lower === null ? null : valueOf(lower, digits);
  const high = upper === null ? null : valueOf(upper, digits);
  return [
    low ?? most(0n, high! - away),
    high ?? least(HIGHEST * 32n ** BigInt(digits - 1), low! + away),
  ];
}

/** Returns the number of digits that two keys share at their start. Missing digits count as zeros. */
function sharedDigits(lower: string, upper: string): number {
  let shared = 0;
  while (shared < upper.length && (lower[shared] ?? "0") === upper[shared]) shared++;
  return Math.max(0, shared - PREFIX.length);
}

function digitsOf(key: string | null): string {
  return key === null ? "" : key.slice(PREFIX.length);
}

/** Returns the first digits of a key as an integer. */
function valueOf(key: string, digits: number): bigint {
  let value = 0n;
  for (const digit of digitsOf(key).slice(0, digits).padEnd(digits, "0")) {
    value = value * 32n + BigInt(DIGITS.indexOf(digit));
  }
  return value;
}

/** Returns a fraction without zeros at its end, because there is no room between a key and the same key with zeros. */
function keyOf(value: bigint, digits: number): string {
  let rest = value % 32n === 0n ? value + 1n : value;
  let text = "";
  for (let n = 0; n < digits; n++) {
    text = DIGITS[Number(rest % 32n)] + text;
    rest /= 32n;
  }
  return PREFIX + text;
}
