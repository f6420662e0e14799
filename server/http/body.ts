import type { Context } from "hono";
import { getInterface } from "./actor.ts";
import { networkOf } from "./client.ts";
import type { Env } from "./env.ts";
import { BadRequest } from "./errors.ts";
import { type Sender, tooLarge } from "./body_budget.ts";

/** The maximum size of a body in bytes: a description of 100,000 characters in any script fits, escaped in a form or JSON. */
const MOST_BYTES = 1024 * 1024;
/** The maximum without a valid credential, in bytes: enough for an email address and a code. */
const MOST_BYTES_OF_STRANGERS = 8 * 1024;

/**
 * Returns the JSON object in a request's body.
 * @throws BadRequest 415 if the content type isn't JSON, 413 if the body is too large, 400 if it isn't a JSON object
 */
export async function readJson(c: Context<Env>): Promise<Record<string, unknown>> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(.+\+)?json\b/i.test(type)) {
    const hint = getInterface(c) === "cli" ? "Add a JSON object as the last argument." : undefined;
    throw new BadRequest(415, "not_json", "Send JSON with content-type: application/json.", hint);
  }
  return parseObject(await readText(c));
}

/** Returns the JSON object in a request's body, or an empty object without a body. */
export async function readOptionalJson(c: Context<Env>): Promise<Record<string, unknown>> {
  const text = await readText(c);
  return text.trim() === "" ? {} : parseObject(text);
}

/** Returns the maximum size of a request's body in bytes, which is smaller without a valid credential. */
function mostBytes(c: Context<Env>): number {
  return c.get("principal") === undefined ? MOST_BYTES_OF_STRANGERS : MOST_BYTES;
}

/** Returns a body's sender: the person, for any of their credentials, or else the client. */
function senderOf(c: Context<Env>): Sender {
  const principal = c.get("principal");
  return principal
    ? { known: true, who: principal.userId }
    : { known: false, who: networkOf(c.get("address")) };
}

/**
 * Reads a request's body as text.
 * @throws BadRequest 415 if it isn't plain UTF-8, 400 if its bytes aren't; what `BodyBudget.read` throws
 */
export async function readText(c: Context<Env>): Promise<string> {
  requireUtf8(c);
  requireUncompressed(c);
  const most = mostBytes(c);
  if (Number(c.req.header("content-length")) > most) throw tooLarge(most);
  const bytes = await c.get("deps").bodyBudget.read(senderOf(c), c.req.raw, most);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformedText();
  }
}

/** Creates the error for a body whose bytes, or whose escaped bytes, aren't UTF-8. */
export function malformedText(): BadRequest {
  const hint = "Encode the body as UTF-8, and send it again.";
  return new BadRequest(400, "malformed_text", "The body isn't valid UTF-8.", hint);
}

function requireUtf8(c: Context<Env>): void {
  const type = c.req.header("content-type") ?? "";
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1] ?? "utf-8";
  if (charset.toLowerCase() === "utf-8") return;
  const hint = "Encode the body as UTF-8, and send it again.";
  throw new BadRequest(415, "unsupported_charset", "The body's charset must be UTF-8.", hint);
}

/** Also lists the supported encodings. RFC 9110, 12.5.3 */
function requireUncompressed(c: Context<Env>): void {
  const encoding = c.req.header("content-encoding") ?? "";
  if (/^(identity)?$/i.test(encoding.trim())) return;
  c.header("accept-encoding", "identity");
  const hint = "Send the body without Content-Encoding.";
  throw new BadRequest(
    415,
    "unsupported_encoding",
    "The server doesn't accept compressed bodies.",
    hint,
  );
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
