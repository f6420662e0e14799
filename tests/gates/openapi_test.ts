import assert from "node:assert/strict";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeApi } from "../../server/api/openapi.ts";
import { requestBodyOf } from "../../server/api/openapi_input.ts";
import { call, createTestApp, type TestApp } from "../support/app.ts";
import { furnish, type Premises } from "./support/premises.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { knownValues } from "./fuzz/known.ts";

const described = () => describeApi(endpoints, "https://backlog.example", "1.0.0");

/** What Redocly's linter, at its strictest, has to say of a description. */
async function lint(document: Record<string, unknown>): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ ruleId, message, location }) =>
    `${ruleId}: ${message} (${location[0]?.pointer ?? ""})`
  );
}

Deno.test("a public linter has nothing to say of the description", async () => {
  assert.deepEqual(await lint(described()), []);
});

Deno.test("the linter is awake: it tells of a path without an operation id", async () => {
  const document = described();
  const paths = document.paths as Record<string, Record<string, Record<string, unknown>>>;
  delete paths["/me"]!.get!.operationId;
  const found = await lint(document);
  assert.ok(found.some((line) => line.startsWith("operation-operationId")), found.join("\n"));
});

Deno.test("every body is described with an example that its operation takes", () => {
  const wrong = endpoints.filter((one) => requestBodyOf(one) !== null)
    .flatMap((endpoint) => {
      const name = `${endpoint.method} ${endpoint.path}`;
      if (!endpoint.example) return [`${name} has no example`];
      const parsed = (endpoint.operation.input as z.ZodType).safeParse(filled(endpoint));
      return parsed.success ? [] : [`${name}: ${parsed.error.message}`];
    });
  assert.deepEqual(wrong, []);
});

/** An endpoint's example with what comes from the path. */
function filled({ path, example, bodyAs }: Endpoint): Record<string, unknown> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
    .filter((name) => name !== "workspaceId");
  const fromPath = Object.fromEntries(names.map((name) => [name, pathExamples[name] ?? "id"]));
  return { ...(bodyAs ? { [bodyAs]: example } : example), ...fromPath };
}

/** Parts of paths that are words and not ids. */
const pathExamples: Record<string, string> = { kind: "blocks" };

/** How each error that the description lists comes about, where one way does it at every endpoint. */
const provocations: Record<number, (endpoint: Endpoint, path: string) => Provocation> = {
  400: (_endpoint, path) => ({ path, body: "{" }),
  401: (endpoint, path) => ({
    path,
    token: endpoint.operation.audience === "anyone" ? null : "blg_hat_gone",
    body: endpoint.bodyOptional ? {} : endpoint.example ?? {},
  }),
  404: (endpoint) => ({ path: fill(endpoint, {}), body: endpoint.example ?? {} }),
  412: (endpoint, path) => ({
    path,
    body: endpoint.example ?? {},
    headers: { "if-match": '"none"' },
  }),
  413: (_endpoint, path) => ({ path, body: JSON.stringify({ title: "x".repeat(600_000) }) }),
  415: (_endpoint, path) => ({ path, body: "title", headers: { "content-type": "text/plain" } }),
  422: (endpoint, path) =>
    endpoint.method === "GET" ? { path: `${path}?unknown=1` } : { path, body: { unknown: 1 } },
};

interface Provocation {
  path: string;
  /** Null for none at all. */
  token?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

Deno.test("every error that the description lists comes about", async () => {
  await using app = await createTestApp();
  const premises = await furnish(app.world);
  await issueBearers(premises);
  const paths = described().paths as Record<
    string,
    Record<string, { responses: Record<string, unknown> }>
  >;
  const wrong: string[] = [];
  for (const endpoint of endpoints) {
    const { responses } = paths[endpoint.path]![endpoint.method.toLowerCase()]!;
    for (const [status, provoke] of Object.entries(provocations)) {
      if (!(status in responses)) continue;
      wrong.push(...await provoked(app, premises, endpoint, Number(status), provoke));
    }
  }
  assert.deepEqual(wrong, []);
});

async function provoked(
  app: TestApp,
  premises: Premises,
  endpoint: Endpoint,
  status: number,
  provoke: (endpoint: Endpoint, path: string) => Provocation,
): Promise<string[]> {
  const { path, token, body, headers } = provoke(endpoint, fill(endpoint, knownValues(premises)));
  const bearer = token === null ? undefined : token ?? premises.ada.tokens.accessToken;
  const sent = endpoint.method === "GET" ? { token: bearer } : { token: bearer, body, headers };
  const answer = await call(app, `${endpoint.method} ${path}`, sent);
  if (answer.status === status) return [];
  return [`${endpoint.method} ${endpoint.path}: ${answer.status} instead of ${status}`];
}

/** An endpoint's path with real values, or without any with one that doesn't exist. */
function fill({ path }: Endpoint, known: Record<string, readonly unknown[]>): string {
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => String(known[name]?.[0] ?? "none"));
}
