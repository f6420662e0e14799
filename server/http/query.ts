import type { Context } from "hono";
import { Invalid } from "../domain/core/errors.ts";
import { unknownName } from "../domain/core/validation_messages.ts";
import type { Env } from "./env.ts";

/**
 * Returns all query parameters of a request. Hono's own reader drops parameters without a name, those named like a
 * property of every object, and all but the first of the same name.
 * @throws Invalid for a parameter that appears twice
 */
export function readQuery(c: Context<Env>): Record<string, string> {
  const [, query] = /\?([^#]*)/.exec(c.req.url) ?? [];
  if (!query) return {};
  const entries = [...new URLSearchParams(query)];
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [name] of entries) (seen.has(name) ? repeated : seen).add(name);
  if (repeated.size === 0) return Object.fromEntries(entries);
  throw new Invalid(
    [...repeated].map((name) => ({ path: [name], message: `Use ${name} only once.` })),
  );
}

/** @throws Invalid for each query parameter of a request that takes none */
export function requireNoQuery(c: Context<Env>): void {
  const names = Object.keys(readQuery(c));
  if (names.length === 0) return;
  throw new Invalid(
    names.map((name) => ({ path: [name], message: unknownName(name, "parameter") })),
  );
}
