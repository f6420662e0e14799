import fc from "../../packages/fast_check.ts";

const long = "x".repeat(10_000);

/** Texts that have broken programs before. */
export const hostileTexts = [
  "",
  " ",
  "\t\n",
  "\0",
  "a\0b",
  "\ud800",
  "a\udfff",
  "\u202eright to left",
  "مرحبا",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "e\u0301\u0301\u0301\u0301",
  long,
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e309",
  "0x10",
  "'; drop table tasks; --",
  '"*" NEAR(a b)',
  "%",
  "\\",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "http://[",
  "2026-02-30",
  "9999-12-31T23:59:59.999999999Z",
  "-271821-04-20",
  "0000-01-01",
  "Mars/Phobos",
  "me",
  "none",
  "*",
  "ENG-0",
  "ENG-99999999999999999999",
  "eng-1",
  ...["agent", "auto", "cred", "inv", "label", "mile", "prof", "proj", "task", "team", "view", "ws"]
    .map((prefix) => `${prefix}_01jpe9r6w0fbd8xk3fkqf0t8ss`),
  "task_",
  "blg_pat_x",
  btoa('["-createdAt",1]'),
  btoa('{"__proto__":1}'),
  "eyJhIjoxfQ",
  "=====",
];

const numbers = [0, -0, -1, 1.5, 251, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324];

/** The nesting depth of hostile JSON. */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { a: value };
  return value;
}

const FIRST_HALF = 0xd800;
const HALVES = 0x800;

/**
 * Any character except lone surrogates, like fast-check's own unit `binary`. That one builds a table of all characters
 * when it loads, which takes longer than most tests.
 */
const character = fc.nat({ max: 0x10ffff - HALVES }).map(
  (nth) => String.fromCodePoint(nth < FIRST_HALF ? nth : nth + HALVES),
  (text) => {
    if (typeof text !== "string" || !text.isWellFormed() || [...text].length !== 1) {
      throw new TypeError("Not one character.");
    }
    const code = text.codePointAt(0)!;
    return code < FIRST_HALF ? code : code - HALVES;
  },
);

export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: character, maxLength: 40 }),
);

/** Any JSON value. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], nested(200), ...numbers),
  fc.constantFrom("__proto__", "constructor", "toJSON").map((name) =>
    Object.fromEntries([[name, { polluted: true }]])
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Names that no record has, including those of members of every JavaScript object. */
export const foreignName = fc.constantFrom(
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "workspace_id",
  "isAdmin",
  "",
  "ünknown",
);

/** Headers that affect a response, with wrong values. */
export const hostileHeaders = fc.dictionary(
  fc.constantFrom(
    "if-match",
    "if-none-match",
    "idempotency-key",
    "x-backlog-agent",
    "accept",
    "x-forwarded-for",
    "x-request-id",
    "content-type",
  ),
  fc.constantFrom(
    "*",
    '"1"',
    '"1.1"',
    'W/"1.1"',
    '"999999999999999999.1"',
    '"',
    "k",
    "key-1",
    "x".repeat(300),
    "é",
    "prof_01jpe9r6w0fbd8xk3fkqf0t8ss",
    "__proto__",
    "application/json",
    "text/plain",
    "application/json; charset=latin1",
    "-1",
  ),
  { maxKeys: 2 },
);
