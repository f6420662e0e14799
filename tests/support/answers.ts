import assert from "node:assert/strict";
import { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeEndpoint, describeSchemas } from "../../server/api/openapi.ts";
import type { Answer } from "./app.ts";
import { type Published, type PublishedOperation, readerOf } from "./openapi_document.ts";

/** An error in the documented form: problem details. RFC 9457 */
export const Problem = z.strictObject({
  type: z.string().min(1),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  code: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
  requestId: z.string().min(1),
  errors: z.array(z.strictObject({
    path: z.array(z.union([z.string(), z.number()])),
    message: z.string().min(1),
  })).optional(),
  hint: z.string().min(1).optional(),
  retryAfter: z.int().positive().optional(),
});

/** Checks a REST response against its documented schema. */
export function checkAnswer(method: string, path: string, answer: Answer): void {
  const { status, headers, body } = answer;
  assert.ok(headers.get("x-request-id"), "an answer without its request id");
  const pathname = path.split("?")[0]!;
  const found = patterns.find(([one, pattern]) => one.method === method && pattern.test(pathname))
    ?.[0];
  description ??= new Description();
  if (found) {
    const listed = lists(description.operation(found), status);
    assert.ok(listed, `${method} ${found.path} doesn't list ${status}`);
  }
  if (status === 304 || status === 204) return assert.equal(answer.text, "");
  if (status < 400) {
    assert.match(headers.get("content-type") ?? "", /^application\/json/);
    assert.ok(found?.response, `${method} ${path} is not described`);
    assert.equal(status, found.status);
    found.response.parse(body);
    const published = description.answers(found.path, method, status);
    assert.ok(published, `${method} ${found.path} publishes no schema for ${status}`);
    published.parse(body);
    return;
  }
  assert.equal(headers.get("content-type"), "application/problem+json");
  const problem = Problem.parse(body);
  description.problem.parse(body);
  assert.equal(problem.status, status);
  assert.equal(problem.requestId, headers.get("x-request-id"));
  assert.equal(headers.get("retry-after"), problem.retryAfter?.toString() ?? null);
  assert.equal(status === 429, problem.retryAfter !== undefined && status !== 503);
}

/**
 * The published description of the endpoints that have responded so far, because a complete one is slow to generate.
 */
class Description implements Published {
  readonly paths: Published["paths"] = {};
  readonly components = asPublished({ schemas: describeSchemas() }) as Published["components"];
  readonly answers = readerOf(this);
  /** The schema of errors. */
  readonly problem = z.fromJSONSchema(
    this.components.schemas.Problem as z.core.JSONSchema.BaseSchema,
  );

  operation(endpoint: Endpoint): PublishedOperation {
    const operations = this.paths[endpoint.path] ??= {};
    return operations[endpoint.method.toLowerCase()] ??= asPublished(
      describeEndpoint(endpoint),
    ) as PublishedOperation;
  }
}
let description: Description | undefined;

function asPublished(described: unknown): unknown {
  return JSON.parse(JSON.stringify(described));
}

function lists({ responses }: PublishedOperation, status: number): boolean {
  return String(status) in responses;
}

/** Patterns for the paths of each endpoint's requests. */
const patterns = endpoints.map((one) =>
  [one, new RegExp(`^${one.path.replace(/\{\w+\}/g, "[^/]+")}$`)] as const
);
