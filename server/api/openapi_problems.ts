import { z } from "zod";
import type { describedHeaders } from "./openapi_headers.ts";
import { problemCodes } from "./problem_codes.ts";

/** RFC 9457, with what Backlog adds. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string().describe("What its status means, in a few words."),
  status: z.int().describe("The answer's status."),
  detail: z.string(),
  code: z.enum(problemCodes).describe("What went wrong, for programs. One that is here stays."),
  requestId: z.string(),
  errors: z.array(z.strictObject({
    path: z.array(z.union([z.string(), z.int()])),
    message: z.string(),
  })).optional(),
  hint: z.string().optional(),
  retryAfter: z.int().optional().describe("Seconds."),
});

interface Told {
  code: (typeof problemCodes)[number];
  title: string;
  status: number;
  detail: string;
  errors?: { path: (string | number)[]; message: string }[];
  hint?: string;
  retryAfter?: number;
}

/** What a problem looks like, and such problems as examples. */
function problemContent(...examples: Told[]) {
  const told = examples.map((one) => [one.code, {
    value: {
      type: `urn:backlog:problem:${one.code}`,
      ...one,
      requestId: "0c9b7a52-0e0f-4c55-9c52-6d7b3a0a8f11",
    },
  }]);
  const schema = { $ref: "#/components/schemas/Problem" };
  return {
    content: { "application/problem+json": { schema, examples: Object.fromEntries(told) } },
  };
}

/** What every answer has in its head. */
export const requestId = { "X-Request-Id": headerReference("RequestId") };

/** Any error. */
export const problemResponse = {
  description: "What went wrong, and what to do next.",
  headers: requestId,
  ...problemContent({
    code: "invalid",
    title: "Invalid",
    status: 422,
    detail: "title: Write at least one character.",
    errors: [{ path: ["title"], message: "Write at least one character." }],
  }, {
    code: "not_found",
    title: "Not found",
    status: 404,
    detail: "There is no task ENG-99 here.",
  }, {
    code: "stale",
    title: "Changed meanwhile",
    status: 412,
    detail: "The task has been changed since you read it.",
    hint: "It now has version 4: read it again, then repeat your change.",
  }),
};

/** What whoever asks too often is told. */
export const tooManyResponse = {
  description: "Too often; when to ask again.",
  headers: { ...requestId, "Retry-After": headerReference("RetryAfter") },
  ...problemContent({
    code: "rate_limit",
    title: "Too many requests",
    status: 429,
    detail: "Too many requests in this minute.",
    retryAfter: 30,
  }),
};

/** A described header where it is used. */
export function headerReference(name: keyof typeof describedHeaders) {
  return { $ref: `#/components/headers/${name}` };
}
