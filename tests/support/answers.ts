import assert from "node:assert/strict";
import { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeApi } from "../../server/api/openapi.ts";
import type { Answer } from "./app.ts";
import { readerOf } from "./described.ts";

/** An error as the API promises it: problem details. RFC 9457 */
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

/** Holds an answer of the REST door to its documented shape. */
export function checkAnswer(method: string, path: string, answer: Answer): void {
  const { status, headers, body } = answer;
  assert.ok(headers.get("x-request-id"), "an answer without its request id");
  const found = endpoints.find((one) =>
    one.method === method && pattern(one.path).test(path.split("?")[0]!)
  );
  if (found) assert.ok(describes(found, status), `${method} ${found.path} doesn't list ${status}`);
  if (status === 304 || status === 204) return assert.equal(answer.text, "");
  if (status < 400) {
    assert.match(headers.get("content-type") ?? "", /^application\/json/);
    assert.ok(found?.response, `${method} ${path} is not described`);
    assert.equal(status, found.status);
    found.response.parse(body);
    const published = publishedAnswer(found.path, method, status);
    assert.ok(published, `${method} ${found.path} publishes no schema for ${status}`);
    published.parse(body);
    return;
  }
  assert.equal(headers.get("content-type"), "application/problem+json");
  const problem = Problem.parse(body);
  DescribedProblem.parse(body);
  assert.equal(problem.status, status);
  assert.equal(problem.requestId, headers.get("x-request-id"));
  assert.equal(headers.get("retry-after"), problem.retryAfter?.toString() ?? null);
  assert.equal(status === 429, problem.retryAfter !== undefined && status !== 503);
}

// deno-lint-ignore no-explicit-any -- the parts that are looked at are looked at below
const description: any = JSON.parse(
  JSON.stringify(await describeApi(endpoints, "https://backlog.example", "0.0.0")),
);

const publishedAnswer = readerOf(description);

/** The shape of an error as the description tells it. */
const DescribedProblem = z.fromJSONSchema(description.components.schemas.Problem);

/** Whether the description of the API lists a status for an endpoint; what only an operator can mend it doesn't list. */
function describes({ method, path }: Endpoint, status: number): boolean {
  return status >= 500 ||
    String(status) in description.paths[path][method.toLowerCase()].responses;
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
}
