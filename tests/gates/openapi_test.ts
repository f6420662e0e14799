import assert from "node:assert/strict";
import type { z } from "zod";
import { taskStatuses } from "../../server/domain/vocabulary.ts";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { needsOf } from "../../server/domain/core/operation.ts";
import { describeApi } from "../../server/api/openapi.ts";
import { parametersOf, requestBodyOf } from "../../server/api/openapi_input.ts";
import { assertNone, assertRows } from "../support/missing.ts";

const described = () => describeApi(endpoints, "https://backlog.example", "1.0.0", 1_200);

Deno.test("every body has an example that its operation accepts", () => {
  const wrong = endpoints.filter((one) => requestBodyOf(one) !== null)
    .flatMap((endpoint) => {
      const name = `${endpoint.method} ${endpoint.path}`;
      if (!endpoint.example) {
        return [`${name} has no example of its body. Add "example" to its endpoint in server/api.`];
      }
      const parsed = (endpoint.operation.input as z.ZodType).safeParse(filled(endpoint));
      return parsed.success ? [] : [
        `The operation of ${name} refuses the example of its body (${parsed.error.message}). ` +
        'Change "example" in its endpoint in server/api.',
      ];
    });
  assertNone(wrong, (sentence) => sentence);
});

Deno.test("every parameter and body field has a description for client developers", () => {
  const bare = endpoints.flatMap((endpoint) => {
    const fields = Object.entries(requestBodyOf(endpoint) ? bodyFields(endpoint) : {});
    const taken = [
      ...parametersOf(endpoint).map(({ name, description }) => [name, description]),
      ...fields.map(([name, { description }]) => [name, description]),
    ];
    return taken.filter(([, description]) => !description)
      .map(([name]) => `${endpoint.method} ${endpoint.path} ${name}`);
  });
  assertNone(
    bare,
    (field) => `${field} has no description. Add one to the input's schema in server/domain.`,
  );
});

function bodyFields(endpoint: Endpoint): Record<string, { description?: string }> {
  const { content } = requestBodyOf(endpoint) as {
    content: { "application/json": { schema: { properties: Record<string, object> } } };
  };
  return content["application/json"].schema.properties;
}

Deno.test("the agent's header is described exactly for the endpoints that accept an automation's token", () => {
  const isDescribed = (endpoint: Endpoint) =>
    parametersOf(endpoint).some(({ name }) => name === "X-Backlog-Agent");
  const forPeople = /^(workspace\.manage|workspace\.automation\.manage|tokens\.manage)$/;
  const wrong = endpoints.filter((endpoint) => {
    const { audience } = endpoint.operation;
    const { session, scope } = needsOf(endpoint.operation);
    const accepts = audience !== "anyone" && !session && !forPeople.test(scope ?? "");
    return isDescribed(endpoint) !== accepts;
  });
  assertNone(
    wrong,
    ({ method, path }) =>
      `${method} ${path} is described with X-Backlog-Agent, but refuses automations, or the other ` +
      "way around. Look at server/api/openapi_input.ts.",
  );
});

Deno.test("the key for retries is described exactly as its endpoint handles a retry", () => {
  const wrong = endpoints.filter((endpoint) => {
    const key = parametersOf(endpoint).find(({ name }) => name === "Idempotency-Key");
    return key && String(key.description).includes("secret_shown_once") !==
        (endpoint.secret === true);
  });
  assertNone(
    wrong,
    ({ method, path }) => `${method} ${path} describes the wrong response to a retry.`,
  );
});

Deno.test("comma-separated lists are described as arrays of their values", () => {
  const tasks = endpoints.find(({ operation }) => operation.name === "tasks.list")!;
  const status = parametersOf(tasks).find(({ name }) => name === "status")!;
  assert.deepEqual([status.style, status.explode], ["form", false]);
  const { type, items } = status.schema as { type: string; items: { enum: string[] } };
  assert.equal(type, "array");
  assert.deepEqual(items.enum, [...taskStatuses]);
});

Deno.test("times, days, and links in responses have a format", async () => {
  const document = await described();
  const { schemas } = document.components as { schemas: Record<string, unknown> };
  for (const name of Object.keys(schemas)) if (name.endsWith("Input")) delete schemas[name];
  const bare = formsOf(document).filter(({ format }) => format === undefined);
  assertNone(
    new Set(bare.map(({ name }) => name)),
    (name) =>
      `The answers' field "${name}" has the name of a time, a day, or a link, but no format. Use ` +
      "responseFields (server/domain/core/response_fields.ts) in its schema in server/domain.",
  );
});

/** Every response field whose name belongs to a time, a day, or a link, with its format. */
function formsOf(node: unknown, inAnswer = false): { name: string; format?: string }[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    const answers = inAnswer || name === "responses" || name === "schemas";
    if (answers && name === "properties") {
      return Object.entries(value as Record<string, FormField>).flatMap(([field, schema]) => {
        const format = schema.format ?? schema.anyOf?.[0]?.format;
        const own = /(At|Date|^url)$/.test(field) ? [{ name: field, format }] : [];
        return [...own, ...formsOf(schema, true)];
      });
    }
    return formsOf(value, answers);
  });
}

interface FormField {
  format?: string;
  anyOf?: { format?: string }[];
}

/** Returns an endpoint's example with its path parameters. */
function filled({ path, example, bodyAs }: Endpoint): Record<string, unknown> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
    .filter((name) => name !== "workspaceId");
  const kind = path.includes("/favorites/") ? "task" : "blocks";
  const fromPath = Object.fromEntries(names.map((name) => [name, name === "kind" ? kind : "id"]));
  return { ...(bodyAs ? { [bodyAs]: example } : example), ...fromPath };
}

/**
 * Changes without possible conflicts: those of the sender's own account and inbox. And changes of many tasks, which no
 * single response contains.
 */
const unguarded = [
  "/me/preferences",
  "/me",
  "/workspaces/{workspaceId}/tasks/follow",
  "/workspaces/{workspaceId}/tasks",
  "/workspaces/{workspaceId}/inbox/{notificationId}",
  "/workspaces/{workspaceId}/favorites/tasks",
];

Deno.test("every record that can be changed has an ETag that can guard changes", () => {
  const bare = endpoints.filter(({ method, guarded, version }) =>
    method === "PATCH" && !(guarded && version)
  );
  assertRows(
    "change without an ETag and If-Match",
    bare.map(({ path }) => path),
    unguarded,
    'tests/gates/openapi_test.ts, or "version" and "guarded" to its endpoint in server/api',
  );
});
