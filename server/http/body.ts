import type { Context } from "hono";
import { clientOf } from "./client.ts";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";
import type { Sender } from "./body_budget.ts";

/** Room for a description of 100,000 characters in any script, however a form or JSON escapes them. */
const MOST_BYTES = 1024 * 1024;
/** Room for an address and a code: nobody who hasn't shown who they are sends more. */
const MOST_BYTES_OF_STRANGERS = 8 * 1024;

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

/** How long a request's body may be, in bytes: that depends on whether whoever asks is known by now. */
function mostBytes(c: Context<Env>): number {
  return c.get("principal") === undefined ? MOST_BYTES_OF_STRANGERS : MOST_BYTES;
}

/** Whose body it is: the same person's, whichever of their credentials it comes with. */
function senderOf(c: Context<Env>): Sender {
  const principal = c.get("principal");
  return principal
    ? { known: true, who: principal.userId }
    : { known: false, who: clientOf(c.get("address")) };
}

/** A request's body as text. @throws BadRequest 413 when too large, 408 when too slow; Busy */
export async function readText(c: Context<Env>): Promise<string> {
  const most = mostBytes(c);
  const sender = senderOf(c);
  const { bodyBudget } = c.get("deps");
  const length = c.req.header("content-length");
  // Asked for text, the runtime gives what has come already; asked for a stream first, it makes one.
  if (length !== undefined) {
    if (Number(length) > most) throw tooLarge(most);
    return await bodyBudget.take(sender, Number(length), () => c.req.text());
  }
  const { body } = c.req.raw;
  return body ? await bodyBudget.take(sender, most, () => readBounded(body, most)) : "";
}

/** A body of unknown length is read no further than it may be long. */
async function readBounded(body: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge(most);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(most: number): BadRequest {
  return new BadRequest(413, "too_large", `Send at most ${most / 1024} KiB.`);
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadRequest(400, "malformed_json", "The body isn't valid JSON.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new BadRequest(400, "malformed_json", "The body must be a JSON object.");
}
