import { Buffer } from "node:buffer";

/** Numbers that look random and repeat with their seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `n`. */
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

/** Control characters: no field of ours may take a text that holds one, however it came. */
const controls = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((one) =>
    !/[\t\n\r]/.test(one)
  ),
  "\x7f",
  "\x80",
  "\x85",
  "\x9b",
];
/** Halves of a character, which only JSON can carry: elsewhere they are read as text that was spoilt on its way. */
const halves = ["\ud800", "\udfff"];

/** What else has broken programs and logs: line breaks of every kind, overrides, text that is too long. */
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

/** Every text that has broken something, or is as bad. */
export const poisons: readonly string[] = [...controls, ...awkward];

/** Bytes that are no UTF-8 where the rest of a request is: half a character, one that was cut off, one that never is. */
const broken = ["\xed\xa0\x80", "\xe2\x28", "\xff", "\xc0\xaf"];

/** What hostile text stands behind: what a field may expect. */
const fronts = ["", "", "a", "/workspace/", "/workspace/", "/onboarding?", "ENG-1", "me", '"1"'];

/** A text that every field must refuse. */
export function refusedText(chance: Chance): string {
  return `${chance.of(fronts)}${chance.of(controls)}${chance.of(["", "b"])}`;
}

/** The same in JSON. */
export function refusedInJson(chance: Chance): string {
  return chance.below(4) ? refusedText(chance) : chance.of(fronts) + chance.of(halves);
}

/** A text that is refused or not, and must never harm. */
export function hostileText(chance: Chance): string {
  return chance.below(2) ? refusedText(chance) : chance.of(fronts) + chance.of(spoilt);
}

/**
 * A text as a URL or a form spells it, half a character as the bytes that some programs write for it; by
 * chance with bytes behind it that are no UTF-8.
 */
export function percent(text: string, chance?: Chance): string {
  let spelled = spellings.get(text);
  if (spelled === undefined) spellings.set(text, spelled = spellingOf(text));
  return !chance || chance.below(8) ? spelled : spelled + percentBytes(chance.of(broken));
}

/** How texts are spelled: a few hundred of them, each some thousand times. */
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

/** Controls and halves as addresses and forms, and as JSON, spell them; in Latin-1. */
const UNKEEPABLE =
  /%(?:[01][\da-f]|7f|c2%[89]|ed%[ab])|\\u(?:00[01]|d[89a-f])|[\x7f]|\xc2[\x80-\x9f]/i;

/** Whether a part of a request holds a control character or half a character. */
export function hasUnkeepable(text: string): boolean {
  return UNKEEPABLE.test(text);
}

/** JSON as Latin-1, the controls and half characters in it escaped. */
export function json(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("latin1");
}

/** A value that a header can carry to the server: what the runtime itself refuses is left out. */
export function headerValue(chance: Chance): string {
  const bytes = chance.below(2)
    ? chance.of(broken)
    : Buffer.from(hostileText(chance).toWellFormed()).toString("latin1");
  return bytes.replace(/[^\t -~\x80-\xff]/g, "%01").trim() || "x";
}
