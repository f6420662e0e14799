import { Buffer } from "node:buffer";

/** Generates numbers that look random and repeat for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Returns an integer from 0 to below `n`. */
  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}

/** Control characters, which no field accepts in any encoding. */
const controls = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((one) =>
    !/[\t\n\r]/.test(one)
  ),
  "\x7f",
  "\x80",
  "\x85",
  "\x9b",
];
/** Lone surrogates, which only JSON can contain. Elsewhere, they are read as replacement characters. */
const halves = ["\ud800", "\udfff"];

/**
 * Other texts that have broken programs and logs: line breaks of every kind, directional overrides, and very long
 * texts.
 */
const awkward = [
  "\r\n",
  "\n12:00:00 200 GET    / 1 ms - forged",
  "\r\nset-cookie: backlog=forged",
  "\t",
  "\u2028",
  "\u2029",
  "\u202e",
  "\u2066",
  "\x1b[2J\x1b[31m",
  "日本😀",
  "a".repeat(1_000),
  "%",
  "%zz",
  "%00",
  "../..",
  "\\",
  "//evil.example",
  '"',
  "__proto__",
  "",
];

const spoilt = [...awkward, ...halves];

/** Every text that has broken something, or could. */
export const poisons: readonly string[] = [...controls, ...awkward];

/**
 * Invalid UTF-8 where the rest of a request is valid: a lone surrogate, a truncated character, and a byte that never
 * occurs.
 */
const broken = ["\xed\xa0\x80", "\xe2\x28", "\xff", "\xc0\xaf"];

/** Plausible texts before a hostile one, which a field might expect. */
const fronts = ["", "", "a", "/workspace/", "/workspace/", "/onboarding?", "ENG-1", "me", '"1"'];

/** Generates a text that every field must refuse. */
export function refusedText(chance: Chance): string {
  return `${chance.of(fronts)}${chance.of(controls)}${chance.of(["", "b"])}`;
}

/** Generates the same for JSON. */
export function refusedInJson(chance: Chance): string {
  return chance.below(4) ? refusedText(chance) : chance.of(fronts) + chance.of(halves);
}

/** Generates a text that can be accepted or refused but must do no harm. */
export function hostileText(chance: Chance): string {
  return chance.below(2) ? refusedText(chance) : chance.of(fronts) + chance.of(spoilt);
}

/**
 * Encodes a text for a URL or a form. A lone surrogate becomes the bytes that some programs write for it, and invalid
 * UTF-8 is sometimes added.
 */
export function percent(text: string, chance?: Chance): string {
  let spelled = spellings.get(text);
  if (spelled === undefined) spellings.set(text, spelled = spellingOf(text));
  return !chance || chance.below(8) ? spelled : spelled + percentBytes(chance.of(broken));
}

/** Encoded texts. A few hundred texts are used some thousand times each. */
const spellings = new Map<string, string>();

function spellingOf(text: string): string {
  return [...text].map((one) => {
    if (/[A-Za-z0-9]/.test(one)) return one;
    const code = one.charCodeAt(0);
    const bytes = one.isWellFormed()
      ? Buffer.from(one)
      : [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
    return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  }).join("");
}

function percentBytes(bytes: string): string {
  return [...bytes].map((byte) => `%${byte.charCodeAt(0).toString(16)}`).join("");
}

/** The encodings of control characters and lone surrogates in URLs, forms, and JSON, as Latin-1. */
const UNKEEPABLE =
  /%(?:[01][\da-f]|7f|c2%[89]|ed%[ab])|\\u(?:00[01]|d[89a-f])|[\x7f]|\xc2[\x80-\x9f]/i;

/** Returns whether a part of a request contains a control character or lone surrogate. */
export function hasUnkeepable(text: string): boolean {
  return UNKEEPABLE.test(text);
}

/** Returns JSON as Latin-1, with escaped control characters and surrogates. */
export function json(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("latin1");
}

/** Returns a value that a header can carry to the server, without characters that the runtime refuses. */
export function headerValue(chance: Chance): string {
  const bytes = chance.below(2)
    ? chance.of(broken)
    : Buffer.from(hostileText(chance).toWellFormed()).toString("latin1");
  return bytes.replace(/[^\t -~\x80-\xff]/g, "%01").trim() || "x";
}
