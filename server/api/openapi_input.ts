import type { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { inline } from "./openapi_schemas.ts";

interface ObjectSchema {
  properties?: Record<string, Record<string, unknown>>;
  required?: string[];
}

/** What an endpoint takes from the path, the query and the headers. */
export function parametersOf(endpoint: Endpoint): Record<string, unknown>[] {
  const inPath = pathNames(endpoint).map((name) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return [...inPath, ...queryOf(endpoint), ...headersOf(endpoint)];
}

/** An endpoint's body, or null where it takes none. */
export function requestBodyOf(endpoint: Endpoint): Record<string, unknown> | null {
  if (endpoint.method === "GET") return null;
  const schema = bodySchema(endpoint);
  if (Object.keys((schema as ObjectSchema).properties ?? {}).length === 0) return null;
  return {
    required: !endpoint.bodyOptional,
    content: {
      "application/json": {
        schema,
        ...(endpoint.example ? { example: endpoint.example } : {}),
      },
    },
  };
}

function pathNames({ path }: Endpoint): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}

function inputOf({ operation }: Endpoint): ObjectSchema {
  return inline(operation.input as z.ZodType, "input") as ObjectSchema;
}

function queryOf(endpoint: Endpoint): Record<string, unknown>[] {
  if (endpoint.method !== "GET") return [];
  const { properties = {}, required = [] } = inputOf(endpoint);
  const taken = new Set(pathNames(endpoint));
  return Object.entries(properties).filter(([name]) => !taken.has(name))
    .map(([name, schema]) => ({
      name,
      in: "query",
      required: required.includes(name) && !("default" in schema),
      schema,
    }));
}

function headersOf(endpoint: Endpoint): Record<string, unknown>[] {
  const headers: [string, boolean, string][] = [
    [
      "If-None-Match",
      endpoint.method === "GET" && endpoint.version !== undefined,
      "The ETag you have: 304 if it is still it.",
    ],
    ["If-Match", endpoint.guarded === true, "The ETag you have: 412 if it is no longer it."],
    [
      "Idempotency-Key",
      endpoint.method === "POST" && endpoint.operation.audience !== "anyone",
      "Makes a retry within 24 hours answer what the first one did.",
    ],
  ];
  return headers.filter(([, takes]) => takes)
    .map(([name, , description]) => ({
      name,
      in: "header",
      description,
      schema: { type: "string" },
    }));
}

/** The part of the input that comes in the body. */
function bodySchema(endpoint: Endpoint): Record<string, unknown> {
  const input = inputOf(endpoint);
  if (endpoint.bodyAs) return input.properties?.[endpoint.bodyAs] ?? {};
  const outside = new Set([...pathNames(endpoint), endpoint.bearerAs, "version"]);
  const properties = Object.fromEntries(
    Object.entries(input.properties ?? {}).filter(([name]) => !outside.has(name)),
  );
  const required = (input.required ?? []).filter((name) => name in properties);
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}
