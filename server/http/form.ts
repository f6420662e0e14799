import type { Context } from "hono";
import { readText } from "./body.ts";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";

/** What a form sent. */
export interface Form {
  /** The field's text; undefined when it wasn't sent. */
  text(name: string): string | undefined;
  /** All of the texts sent under one name. */
  all(name: string): string[];
  has(name: string): boolean;
}

/** Reads an HTML form. @throws BadRequest 415 when it is none, 413 when it is too large */
export async function readForm(c: Context<Env>): Promise<Form> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new BadRequest(415, "not_a_form", "Send this as a form.");
  }
  const fields = new URLSearchParams(await readText(c));
  return {
    text: (name) => fields.get(name) ?? undefined,
    all: (name) => fields.getAll(name),
    has: (name) => fields.has(name),
  };
}
