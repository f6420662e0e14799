import { gzipSync } from "node:zlib";
import type { Context } from "hono";
import type { Env } from "./env.ts";

/** Below this many characters compressing a record or a list costs more than it saves. */
const WORTH_COMPRESSING = 4_000;

/** Whether whoever asks takes a text compressed, and it is worth it. RFC 9110, 12.5.3 */
export function zips(c: Context<Env>, text: string): boolean {
  return text.length >= WORTH_COMPRESSING && takesGzip(c);
}

export function takesGzip(c: Context<Env>): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(c.req.header("accept-encoding") ?? "");
}

/** A text compressed as fast as it can be: a list of 50 tasks becomes a tenth in a quarter of a millisecond. */
export function zipped(text: string, level = 1): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text, { level }));
}
