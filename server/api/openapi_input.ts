import type { z } from "zod";
import { automationScopes } from "../domain/core/actor.ts";
import { keys } from "../domain/core/keys.ts";
import { needsOf } from "../domain/core/operation.ts";
import type { Endpoint } from "./endpoint.ts";
import { inline } from "./openapi_schemas.ts";

interface ObjectSchema {
  properties?: Record<string, Record<string, unknown>>;
  required?: string[];
}

/** Returns an endpoint's path, query, and header parameters. */
export function parametersOf(endpoint: Endpoint): Record<string, unknown>[] {
  return [...pathOf(endpoint), ...queryOf(endpoint), ...headersOf(endpoint)];
}

/** The workspace is found before the operation runs, so it isn't part of any operation's input. */
function pathOf(endpoint: Endpoint): Record<string, unknown>[] {
  const properties = {
    workspaceId: inline(keys.workspace, "input"),
    ...inputOf(endpoint).properties,
  };
  return pathNames(endpoint).map((name) => ({
    ...parameter(name, "path", properties[name as keyof typeof properties] ?? {}),
    required: true,
  }));
}

/** Describes a parameter. Moves the description out of its schema, because most programs read it there. */
function parameter(name: string, place: "path" | "query", schema: Record<string, unknown>) {
  const { description, ...rest } = schema;
  const commas = rest.type === "array" ? { style: "form", explode: false } : {};
  return { name, in: place, description, ...commas, schema: rest };
}

/** Returns an endpoint's body, or null without one. */
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
      ...parameter(name, "query", schema),
      required: required.includes(name) && !("default" in schema),
    }));
}

function headersOf(endpoint: Endpoint): Record<string, unknown>[] {
  const headers: [name: string, takes: boolean, description: string, maxLength?: number][] = [
    [
      "If-None-Match",
      endpoint.method === "GET",
      "ETag of the data that you already have. If the data hasn't changed, the response is 304 without a body.",
    ],
    [
      "If-Match",
      endpoint.guarded === true,
      "ETag of the record when you read it. If the record has changed since, the response is 412.",
    ],
    [
      "Idempotency-Key",
      endpoint.method === "POST" && endpoint.operation.audience !== "anyone",
      "Key of your choice, at most 200 characters. A retry with the same key within 24 hours returns " +
      (endpoint.secret
        ? "409 with `secret_shown_once`, because responses with a secret aren't stored."
        : "the response to the first request."),
      200,
    ],
    [
      "X-Backlog-Agent",
      acceptsAutomations(endpoint),
      "Agent to act as, by profile ID or username. Applies only to an automation's access token, and is ignored for other tokens.",
    ],
  ];
  return headers.filter(([, takes]) => takes)
    .map(([name, , description, maxLength]) => ({
      name,
      in: "header",
      description,
      schema: { type: "string", minLength: 1, ...(maxLength && { maxLength }) },
    }));
}

/** Returns whether an automation's access token can be enough for an endpoint. */
function acceptsAutomations({ operation }: Endpoint): boolean {
  const { session, scope } = needsOf(operation);
  if (operation.audience === "anyone" || session) return false;
  return scope === null || automationScopes.some((one) => one === scope);
}

/** Returns the part of the input that is in the body. */
function bodySchema(endpoint: Endpoint): Record<string, unknown> {
  const input = inputOf(endpoint);
  if (endpoint.bodyAs) {
    const inner = (input.properties?.[endpoint.bodyAs] ?? {}) as ObjectSchema;
    return { ...inner, ...leastOf(endpoint, inner.required ?? []) };
  }
  const outside = new Set([...pathNames(endpoint), endpoint.bearerAs, "version"]);
  const properties = Object.fromEntries(
    Object.entries(input.properties ?? {}).filter(([name]) => !outside.has(name)),
  );
  const required = (input.required ?? []).filter((name) => name in properties);
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...leastOf(endpoint, required),
    additionalProperties: false,
  };
}

/** A patch that changes nothing is refused. */
function leastOf({ method }: Endpoint, required: string[]): { minProperties?: 1 } {
  return method === "PATCH" && required.length === 0 ? { minProperties: 1 } : {};
}
