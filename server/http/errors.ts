import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import {
  Conflict,
  DomainError,
  type FieldError,
  Invalid,
  SomeRefused,
  TooMany,
} from "../domain/core/errors.ts";
import type { Env } from "./env.ts";

/** An error as every interface shows it. */
export interface Failure {
  status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  code: string;
  title: string;
  detail: string;
  hint?: string | undefined;
  errors?: FieldError[];
  /** Whether the detail already summarizes the errors. */
  summed?: boolean;
  retryAfter?: number;
}

/** A request that fails as HTTP, before any operation. */
export class BadRequest extends Error {
  constructor(
    readonly status: 400 | 408 | 413 | 415,
    readonly code: string,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** A request that this server has no room for right now. */
export class Busy extends Error {}

const titles: Record<Failure["status"], string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  408: "Request timeout",
  409: "Conflict",
  412: "Record changed",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Not available right now",
};

/** Returns how interfaces show an error. Unexpected errors are logged and shown without details. */
export function describe(c: Context<Env>, error: unknown): Failure {
  if (error instanceof DomainError) return fromDomain(error);
  if (error instanceof BadRequest) {
    const { status, code, message, hint } = error;
    return { status, code, title: titles[status], detail: message, hint };
  }
  if (error instanceof Busy) {
    const shown = failure(503, "busy", "The server is too busy right now.");
    return { ...shown, hint: "Send the request again in a moment.", retryAfter: 1 };
  }
  if (error instanceof HTTPException && error.status === 403) {
    const { origin } = c.get("deps").settings;
    return {
      ...failure(
        403,
        "cross_origin",
        "This request came from another site, so nothing was changed.",
      ),
      hint: `Open ${origin}, and try again there.`,
    };
  }
  const known = fromDatabase(error);
  if (known) return known;
  c.get("deps").logError(error, { requestId: c.get("requestId") });
  return failure(500, "internal", "The server failed, and nothing was changed.");
}

/** Returns a 404. If the path ends in a slash, the hint says so, because none of Backlog's paths does. */
export function notFound(path: string): Failure {
  const shown = failure(404, "not_found", `Nothing found at ${path}.`);
  return path.length > 1 && path.endsWith("/")
    ? { ...shown, hint: "Remove the trailing slash." }
    : shown;
}

/** @param allow the methods that the path has: `GET, HEAD, OPTIONS` */
export function methodNotAllowed(method: string, path: string, allow: string): Failure {
  return {
    ...failure(405, "method_not_allowed", `${path} doesn't support ${method}.`),
    hint: `Use one of ${allow}.`,
  };
}

/** Returns an error's response for programs. RFC 9457 */
export function problem(c: Context<Env>, shown: Failure): Response {
  const { status, code, title, hint, errors, summed, retryAfter } = shown;
  const { base, settings: { origin } } = c.get("deps");
  const told = errors && !summed ? errors.map(withItsField).join(" ") : shown.detail;
  const detail = base?.sentence(told) ?? told;
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (retryAfter !== undefined) headers["retry-after"] = String(retryAfter);
  if (status === 401) headers["www-authenticate"] = challengeOf(c);
  return c.json(
    {
      type: problemType(origin, code),
      title,
      status,
      detail,
      code,
      requestId: c.get("requestId"),
      ...(errors ? { errors } : {}),
      ...(hint ? { hint: base?.sentence(hint) ?? hint } : {}),
      ...(retryAfter !== undefined ? { retryAfter } : {}),
    },
    status,
    headers,
  );
}

/** Returns the address of an error code in the docs. @param origin the server's public address */
export function problemType(origin: string, code: string): string {
  return `${origin}/docs/reference/errors#${code}`;
}

/** Returns the challenge of a 401, which distinguishes an invalid token from a missing one. RFC 6750, 3 */
function challengeOf(c: Context<Env>): string {
  return c.req.header("authorization") ? 'Bearer error="invalid_token"' : "Bearer";
}

/** Returns an error's message with the name of its field, because the response doesn't show the field beside the message. */
function withItsField({ path, message }: FieldError): string {
  const field = path.join(".");
  const named = field === "" || message.split(/[^\p{L}\p{N}_.]+/u).map(withoutDot).includes(field);
  return named ? message : `${field}: ${message}`;
}

function withoutDot(word: string): string {
  return word.replace(/\.$/, "");
}

function fromDomain(error: DomainError): Failure {
  return {
    status: error.status,
    code: error.code,
    title: titles[error.status],
    detail: error.message,
    hint: error.hint,
    ...(error instanceof Invalid ? { errors: error.errors } : {}),
    ...(error instanceof SomeRefused ? { errors: error.errors, summed: true } : {}),
    ...(error instanceof TooMany ? { retryAfter: error.retryAfter } : {}),
  };
}

/** Returns the error for a conflict or a problem with the disk that SQLite reports. https://sqlite.org/rescode.html */
function fromDatabase(error: unknown): Failure | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return null;
  if (code.startsWith("SQLITE_CONSTRAINT_UNIQUE")) {
    return fromDomain(new Conflict("Someone created the same record at the same time."));
  }
  if (!/^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN)/.test(code)) return null;
  return {
    ...failure(503, "database_unavailable", "The database isn't writable right now."),
    retryAfter: 5,
  };
}

function failure(status: Failure["status"], code: string, detail: string): Failure {
  return { status, code, title: titles[status], detail };
}
