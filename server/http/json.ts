import type { Context } from "hono";
import type { Env } from "./env.ts";

/** Answers with JSON that is text already, as SQL built it. */
export function jsonText(
  c: Context<Env>,
  text: string,
  status: 200 | 201 = 200,
  headers: Record<string, string> = {},
): Response {
  return c.body(text, status, { "content-type": "application/json", ...headers });
}
