import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import type { Actor } from "../domain/core/operation.ts";
import type { Env } from "../http/env.ts";
import { etagOf, etagOfRecord } from "../http/etag.ts";
import type { Endpoint } from "./endpoint.ts";

/**
 * Returns a response's ETag: a hash of a list's text, or a record's version with a hash. A response with a secret,
 * which no later read returns, has only the version, for `If-Match`.
 */
export function etagFor(
  c: Context<Env>,
  { version, revised, secret }: Endpoint,
  { actor, output, text }: { actor: Actor; output: unknown; text: () => string },
): string {
  const now = version?.(output);
  if (now !== undefined && revised) return etagOf(actor as Member, now);
  if (now !== undefined && secret) return `"${now}"`;
  const ofText = c.get("deps").etags.of(text());
  return now === undefined ? ofText : etagOfRecord(now, ofText);
}
