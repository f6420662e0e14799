import { gzipSync } from "node:zlib";
import type { Context } from "hono";
import type { Env } from "./env.ts";

/** The minimum number of characters for which compressing a record or a list is worthwhile. */
const WORTH_COMPRESSING = 4_000;

/** Returns whether the client accepts a compressed text, and compressing it is worthwhile. RFC 9110, 12.5.3 */
export function zips(c: Context<Env>, text: string): boolean {
  return text.length >= WORTH_COMPRESSING && takesGzip(c);
}

export function takesGzip(c: Context<Env>): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(c.req.header("accept-encoding") ?? "");
}

/** Compresses a text as fast as possible. A list of 50 tasks shrinks to a tenth in a quarter of a millisecond. */
export function zipped(text: string, level = 1): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text, { level }));
}
