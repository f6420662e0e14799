import type { Context } from "hono";
import { readText } from "./body.ts";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";

/** Whether a request sends an HTML form. */
export function isForm(c: Context<Env>): boolean {
  const type = c.req.header("content-type") ?? "";
  return /^application\/x-www-form-urlencoded\b/i.test(type);
}

/** Reads an HTML form. @throws BadRequest 415 when it is none, 413 when it is too large */
export async function readForm(c: Context<Env>): Promise<URLSearchParams> {
  if (!isForm(c)) {
    throw new BadRequest(415, "not_a_form", "Send the data as a form.");
  }
  return new URLSearchParams(await readText(c));
}
