import fc from "../../packages/fast_check.ts";
import type { Endpoint } from "../../../server/api/endpoint.ts";
import { foreignName, hostileHeaders, hostileText, hostileValue } from "./hostile.ts";
import { inputSchema, type Known, recordOf } from "./inputs.ts";

/** A request of the test. */
export interface FuzzedRequest {
  path: string;
  headers: Record<string, string>;
  /** JSON text or invalid JSON, or `undefined` without a body. */
  body: string | undefined;
  /** The sender, as an index into the test's people. */
  who: number;
  /** Whether it contains a field that no record has. */
  foreign: boolean;
}

/** Generates requests to one endpoint, from well-formed to hostile. */
export function requestsTo(endpoint: Endpoint, known: Known): fc.Arbitrary<FuzzedRequest> {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const inner = inputSchema(endpoint);
  return fc.record({
    segments: fc.tuple(...names.map((name) => segment(known[name] ?? []))),
    fields: recordOf(inner, known),
    foreign: seldom(fc.tuple(foreignName, hostileValue), 7),
    instead: seldom(insteadOfJson, 25),
    headers: seldom(hostileHeaders, 4).map((headers) => headers ?? {}),
    who: fc.nat(9),
  }).map(({ segments, fields, foreign, instead, headers, who }) => {
    const path = segments.reduce<string>(
      (path, value, n) => path.replace(`{${names[n]}}`, () => value),
      endpoint.path,
    );
    const all = { ...fields, ...(foreign ? Object.fromEntries([foreign]) : {}) };
    const reads = endpoint.method === "GET";
    return {
      path: reads ? `${path}${queryString(all)}` : path,
      headers,
      body: reads ? undefined : instead ?? JSON.stringify(all),
      who,
      foreign: foreign !== null && (reads || instead === null),
    };
  });
}

/** Returns a value once in `n` times, and otherwise null. */
function seldom<T>(arbitrary: fc.Arbitrary<T>, n: number): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 1, arbitrary }, { weight: n - 1, arbitrary: fc.constant(null) });
}

const insteadOfJson = fc.constantFrom("", "{", "[]", "null", '"text"', "{}{}", "\u0000", "{'a':1}");

/** Generates a path parameter: usually a real ID, otherwise any text without a slash. */
function segment(real: readonly unknown[]): fc.Arbitrary<string> {
  const wrong = fc.oneof(
    hostileText.filter((text) => text !== "" && !/^\.{1,2}$/.test(text)).map((text) =>
      encodeURIComponent(text.toWellFormed())
    ),
    fc.constantFrom("%E0%A4%A", "%", "%00", "%2F", "a%20b"),
  );
  if (real.length === 0) return wrong;
  const right = fc.constantFrom(...real.map(String));
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

function queryString(fields: Record<string, unknown>): string {
  const parts = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`;
  });
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
