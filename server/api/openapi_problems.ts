import { z } from "zod";
import { problemType } from "../http/errors.ts";
import type { describedHeaders } from "./openapi_headers.ts";
import { problemCodes } from "./problem_codes.ts";

/** The schema of a problem: RFC 9457, with Backlog's additional fields. */
export const Problem = z.strictObject({
  type: z.string().describe("URL of the error code in the docs."),
  title: z.string().describe("Short title of the HTTP status."),
  status: z.int().describe("HTTP status of the response."),
  detail: z.string(),
  code: z.enum(problemCodes).describe("Stable, machine-readable error code."),
  requestId: z.string(),
  errors: z.array(z.strictObject({
    path: z.array(z.union([z.string(), z.int()])),
    message: z.string(),
  })).optional(),
  hint: z.string().optional(),
  retryAfter: z.int().optional().describe("Number of seconds to wait before retrying."),
});

/** An example of an error. */
interface Told {
  title: string;
  code: (typeof problemCodes)[number];
  detail: string;
  errors?: { path: (string | number)[]; message: string }[];
  hint?: string;
  retryAfter?: number;
}

interface Described {
  /** The name among the described responses. */
  name: string;
  description: string;
  example: Told;
}

/** The meaning of each error status, with an example. */
const problems: Readonly<Record<number, Described>> = {
  400: {
    name: "Malformed",
    description: "The body isn't a JSON object in UTF-8, or it is incomplete.",
    example: {
      title: "Bad request",
      code: "malformed_json",
      detail: "The body must be a JSON object.",
    },
  },
  401: {
    name: "Unauthenticated",
    description: "The token is missing, invalid, expired, or revoked.",
    example: {
      title: "Not signed in",
      code: "token_invalid",
      detail: "This personal access token is invalid, expired, or revoked.",
    },
  },
  403: {
    name: "Forbidden",
    description: "The token or role doesn't allow this. `detail` names the missing scope or role.",
    example: {
      title: "Not allowed",
      code: "missing_scope",
      detail: "This token doesn't have the scope tasks.write.",
      hint: "Use a token with the scope tasks.write.",
    },
  },
  404: {
    name: "NotFound",
    description: "The record doesn't exist, or you don't have access to it.",
    example: {
      title: "Not found",
      code: "not_found",
      detail: "Task ENG-99 not found.",
    },
  },
  408: {
    name: "TooSlow",
    description: "The body took too long to arrive.",
    example: {
      title: "Request timeout",
      code: "too_slow",
      detail: "The body arrived too slowly: more than 20 seconds, at less than 10 KB per second.",
      hint: "Send the request again.",
    },
  },
  409: {
    name: "Conflict",
    description: "The request conflicts with the current state. `code` identifies the conflict.",
    example: {
      title: "Conflict",
      code: "task_archived",
      detail: "This task is archived, so it can't be changed.",
      hint: "Restore the task first, then repeat your change.",
    },
  },
  412: {
    name: "Stale",
    description: "The record has changed since you read it.",
    example: {
      title: "Record changed",
      code: "stale",
      detail: "The task has changed since you read it.",
      hint: "Read the record again (version 4), then repeat your change.",
    },
  },
  413: {
    name: "TooLarge",
    description: "The body is too large.",
    example: { title: "Too large", code: "too_large", detail: "Send at most 1024 KiB." },
  },
  415: {
    name: "UnsupportedMediaType",
    description: "The body isn't JSON in UTF-8, or it is compressed.",
    example: {
      title: "Unsupported media type",
      code: "not_json",
      detail: "Send JSON with content-type: application/json.",
    },
  },
  422: {
    name: "Invalid",
    description: "A field or parameter is invalid. `errors` explains how to fix each one.",
    example: {
      title: "Invalid",
      code: "invalid",
      detail: "title: Enter at least one character.",
      errors: [{ path: ["title"], message: "Enter at least one character." }],
    },
  },
  429: {
    name: "TooMany",
    description: "Too many requests. `Retry-After` gives the time to wait.",
    example: {
      title: "Too many requests",
      code: "rate_limit",
      detail: "Too many requests within a minute.",
      retryAfter: 30,
    },
  },
  500: {
    name: "Internal",
    description: "The server failed, and nothing was changed. The server's log has the reason.",
    example: {
      title: "Something went wrong",
      code: "internal",
      detail: "The server failed, and nothing was changed.",
    },
  },
  503: {
    name: "Unavailable",
    description:
      "The server is busy, or the database is unavailable. `Retry-After` gives the time to wait.",
    example: {
      title: "Not available right now",
      code: "busy",
      detail: "The server is too busy right now.",
      hint: "Send the request again in a moment.",
      retryAfter: 1,
    },
  },
};

/** Headers of every response. */
export const requestId = { "X-Request-Id": headerReference("RequestId") };

/** Returns the errors that operations refer to, by name. @param origin the server's public address */
export function problemResponses(origin: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(problems).map((
      [status, one],
    ) => [one.name, responseOf(origin, Number(status), one)]),
  );
}

function responseOf(
  origin: string,
  status: number,
  { description, example: { title, code, ...rest } }: Described,
) {
  const example = {
    type: problemType(origin, code),
    title,
    status,
    code,
    ...rest,
    requestId: "0c9b7a52-0e0f-4c55-9c52-6d7b3a0a8f11",
  };
  const schema = { $ref: "#/components/schemas/Problem" };
  return {
    description,
    headers: { ...requestId, ...headersOf(status) },
    content: { "application/problem+json": { schema, example } },
  };
}

/** Returns the headers of an error, besides those of every response. */
function headersOf(status: number) {
  return {
    ...(status === 415 && { "Accept-Encoding": headerReference("AcceptEncoding") }),
    ...(status === 429 && { RateLimit: headerReference("RateLimit") }),
    ...([429, 503].includes(status) && { "Retry-After": headerReference("RetryAfter") }),
  };
}

/** Returns a reference to a status's described error. */
export function problemReference(status: number) {
  return { $ref: `#/components/responses/${problems[status]!.name}` };
}

/** Returns a reference to a described header. */
export function headerReference(name: keyof typeof describedHeaders) {
  return { $ref: `#/components/headers/${name}` };
}
