import assert from "node:assert/strict";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeApi } from "../../server/api/openapi.ts";
import { requestBodyOf } from "../../server/api/openapi_input.ts";

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

/** Changes that nobody else could have made in between: one's own preferences, and reading one's own inbox. */
const unguarded = ["/me/preferences", "/workspaces/{workspaceId}/inbox/{notificationId}"];

Deno.test("every record that can be changed has an ETag, and its changes can be guarded by it", () => {
  const bare = endpoints.filter(({ method, guarded, version }) =>
    method === "PATCH" && !(guarded && version)
  );
  assert.deepEqual(bare.map(({ path }) => path), unguarded);
});
