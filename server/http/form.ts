import type { Context } from "hono";
import { malformedText, readText } from "./body.ts";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";

/** Returns whether a request sends an HTML form. */
export function isForm(c: Context<Env>): boolean {
  const type = c.req.header("content-type") ?? "";
  return /^application\/x-www-form-urlencoded\b/i.test(type);
}

/**
 * Reads an HTML form. @throws BadRequest 415 if it isn't a form, 400 if its escapes aren't UTF-8; errors of `readText`
 */
export async function readForm(c: Context<Env>): Promise<URLSearchParams> {
  if (!isForm(c)) {
    throw new BadRequest(415, "not_a_form", "Send the data as a form.");
  }
  const text = await readText(c);
  requireUtf8Escapes(text);
  return new URLSearchParams(text);
}

/** Refuses escaped bytes that `URLSearchParams` would replace. A character beyond ASCII is a run of such escapes. */
function requireUtf8Escapes(text: string): void {
  for (const [run] of text.matchAll(/(?:%[89a-f][\da-f])+/gi)) {
    try {
      decodeURIComponent(run);
    } catch {
      throw malformedText();
    }
  }
}
