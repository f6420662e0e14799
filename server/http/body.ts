import type { Context } from "hono";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";

/** Room for a description of 100,000 characters in any script, and nothing near a flood. */
export const MOST_BYTES = 512 * 1024;

/**
 * The JSON object in a request's body.
 * @throws BadRequest 415 when it doesn't say JSON, 413 when too large, 400 when it isn't a JSON object
 */
export async function readJson(c: Context<Env>): Promise<Record<string, unknown>> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(.+\+)?json\b/i.test(type)) {
    throw new BadRequest(415, "not_json", "Send JSON with content-type: application/json.");
  }
  return parseObject(await readText(c));
}

/** The same where a body may be left out: none is an empty object. */
export async function readOptionalJson(c: Context<Env>): Promise<Record<string, unknown>> {
  const text = await readText(c);
  return text.trim() === "" ? {} : parseObject(text);
}

/** A request's body as text. @throws BadRequest 413 when too large */
export async function readText(c: Context<Env>): Promise<string> {
  if (Number(c.req.header("content-length") ?? 0) > MOST_BYTES) throw tooLarge();
  const { body } = c.req.raw;
  if (!body) return "";
  if (c.req.header("content-length") !== undefined) return await c.req.text();
  return await readBounded(body);
}

/** A body of unknown length is read no further than it may be long. */
async function readBounded(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

export function tooLarge(): BadRequest {
  return new BadRequest(413, "too_large", `Send at most ${MOST_BYTES / 1024} KiB.`);
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadRequest(400, "malformed_json", "The body is not well-formed JSON.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new BadRequest(400, "malformed_json", "The body must be a JSON object.");
}
