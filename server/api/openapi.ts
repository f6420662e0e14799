import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { needsOf } from "../domain/core/operation.ts";
import type { Endpoint } from "./endpoint.ts";
import { answered, bounded, namedBodies } from "./openapi_finish.ts";
import { exampleOf } from "./openapi_examples.ts";
import { guide } from "./openapi_guide.ts";
import { describedHeaders } from "./openapi_headers.ts";
import { componentSchemas, reference } from "./openapi_schemas.ts";
import { parametersOf, requestBodyOf } from "./openapi_input.ts";
import {
  headerReference,
  Problem,
  problemReference,
  problemResponses,
  requestId,
} from "./openapi_problems.ts";

type Json = Record<string, unknown>;

/**
 * Describes REST v1 in OpenAPI 3.1, from the endpoints and their operations. This takes a second, and pauses for other
 * requests.
 * @param origin the server's public origin
 * @param rateLimit the number of requests that a token has in a minute
 */
export async function describeApi(
  endpoints: readonly Endpoint[],
  origin: string,
  version: string,
  rateLimit: number,
): Promise<Json> {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    await setImmediate();
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = describeEndpoint(endpoint);
  }
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as Json[]);
  const schemas = { ...describeSchemas(), ...namedBodies(operations) };
  for (const operation of operations) addExamples(operation as unknown as Described, schemas);
  const url = `${origin}/api/v1`;
  return bounded({
    openapi: "3.1.0",
    info: {
      title: "Backlog",
      version,
      summary: "Tasks, projects, and teams for people and agents.",
      description: guide(url, rateLimit),
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url }],
    tags: tagsOf(endpoints),
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "Session access token, personal access token, or automation access token.",
        },
      },
      schemas,
      responses: problemResponses(origin),
      headers: describedHeaders,
    },
  });
}

interface Described {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: object; example?: unknown }> }>;
}

/** Adds an example to each successful response. */
function addExamples({ operationId, responses }: Described, schemas: Json): void {
  for (const { content } of Object.values(responses)) {
    const json = content?.["application/json"];
    if (json) json.example = exampleOf(json.schema, schemas, operationId);
  }
}

/** Returns the schemas that endpoints refer to. */
export function describeSchemas(): Json {
  const { $schema: _, ...problem } = z.toJSONSchema(Problem);
  return answered({ ...componentSchemas(), Problem: problem });
}

/** Descriptions of the headings. */
const tagDescriptions: Record<string, string> = {
  "Signing in": "Sign-in codes, sessions, and their tokens.",
  Context: "The token's profile and workspaces.",
  Tasks: "Tasks, drafts, sub-tasks, relations, and activity.",
  Comments: "Comments and draft comments on tasks.",
  Approvals:
    "Decisions that need a person: programs request approval, and people approve or decline.",
  Resources: "Links on tasks.",
  Inbox: "Your notifications.",
  "Task templates": "Templates for new tasks, managed by owners and admins.",
  Security: "Your sessions and personal access tokens.",
  "Automation and agents":
    "Programs with access to the workspace, and their agents. Managed by owners and admins.",
  Workspace: "Workspace settings, usage, activity, and audit log.",
  Members: "People and agents in a workspace, with their profiles and roles.",
  Invitations: "Invitations by email, and your own pending invitations.",
  Teams: "Teams, their settings, and their members.",
  Workflows: "The states of a team's tasks.",
  Labels: "Task labels, managed by owners and admins.",
  Views: "Saved views of tasks and projects, and subscriptions to them.",
  Search: "Full-text search of everything you can see.",
  Projects: "Projects, with their milestones, updates, dependencies, and roadmap.",
  "Project settings": "Project labels and templates, managed by owners and admins.",
};

function tagsOf(endpoints: readonly Endpoint[]): Json[] {
  return [...new Set(endpoints.map(({ tag }) => tag))].map((name) => {
    const description = tagDescriptions[name];
    if (!description) throw new Error(`Describe the heading ${name} in server/api/openapi.ts.`);
    return { name, description };
  });
}

/** Describes one endpoint as an Operation Object of OpenAPI 3.1. */
export function describeEndpoint(endpoint: Endpoint): Json {
  const { operation, tag, summary } = endpoint;
  const parameters = parametersOf(endpoint);
  const body = requestBodyOf(endpoint);
  return {
    operationId: operation.name.replace(/\.(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    tags: [tag],
    summary,
    description: [endpoint.description, needsTold(endpoint)].filter(Boolean).join(" "),
    parameters,
    ...(body ? { requestBody: body } : {}),
    ...securityOf(endpoint),
    responses: { ...successOf(endpoint), ...problemsOf(endpoint, parameters) },
  };
}

/** Describes the requirements that the guard enforces. */
function needsTold({ operation, bearerAs, bearerOptional }: Endpoint): string {
  if (bearerAs) {
    return bearerOptional ? "The access token is optional." : "Other tokens aren't accepted.";
  }
  if (operation.audience === "anyone") return "Requires no token.";
  const { session, scope } = needsOf(operation);
  if (session) return "Requires a signed-in session.";
  return scope ? `Requires the scope \`${scope}\`.` : "Accepts any token.";
}

/**
 * Describes whether a client must send its bearer token, can send it, or doesn't need it. OpenAPI 3.1, Security
 * Requirement Object
 */
function securityOf({ operation, bearerAs, bearerOptional }: Endpoint): Json {
  if (operation.audience !== "anyone" || bearerAs && !bearerOptional) return {};
  return { security: bearerAs ? [{}, { bearer: [] }] : [] };
}

/** Describes a successful response. */
function doneTold({ method, status, guarded, path }: Endpoint): string {
  if (status === 204) return "Success, with no content.";
  if (status === 201) return "The created record.";
  if (method === "GET") return "The requested data.";
  return guarded || path.includes("{") ? "The updated data." : "Success.";
}

function successOf(endpoint: Endpoint): Json {
  const { method, status, response, version, location, operation } = endpoint;
  const bearer = operation.audience !== "anyone";
  const etag = {
    description: version
      ? "ETag of the record, starting with the record's version."
      : "ETag of the response.",
    schema: { type: "string" },
  };
  return {
    [status]: {
      description: doneTold(endpoint),
      headers: {
        ...requestId,
        ...(version || method === "GET" ? { ETag: etag } : {}),
        ...(bearer ? { RateLimit: headerReference("RateLimit") } : {}),
        ...(location ? { Location: headerReference("Location") } : {}),
        ...(bearer && method === "POST"
          ? { "Idempotency-Replayed": headerReference("IdempotencyReplayed") }
          : {}),
      },
      ...(response
        ? { content: { "application/json": { schema: answered(reference(response)) } } }
        : {}),
    },
  };
}

/** Returns whether the query names a workspace. The caller might not belong to it. */
function namesWorkspace(parameters: readonly Json[]): boolean {
  return parameters.some(({ name }) => name === "workspaceId");
}

/** Returns an endpoint's possible errors, from its parameters and requirements. */
function problemsOf(endpoint: Endpoint, parameters: readonly Json[]): Json {
  const { method, guarded, path, operation, limit } = endpoint;
  const writes = method !== "GET";
  const bearer = operation.audience !== "anyone";
  const codes = limit === "signIn" || limit === "code";
  // Every PUT names a record, in its path or body. A record created by a repeated POST might be hidden by now.
  const maybeHidden = bearer && endpoint.status === 201;
  const possible: [number, boolean][] = [
    [400, writes],
    [401, bearer || !codes],
    [403, bearer || limit === "code" || endpoint.bearerAs !== undefined],
    [404, path.includes("{") || method === "PUT" || namesWorkspace(parameters) || maybeHidden],
    [408, writes],
    [409, writes && bearer],
    [412, guarded === true],
    [413, writes],
    [415, writes],
    [422, true],
    [429, writes || bearer],
    [500, true],
    [503, true],
  ];
  const allowed = possible.filter(([, can]) => can)
    .map(([status]) => [status, problemReference(status)]);
  const unchanged = writes ? {} : { 304: { description: "The data you have is current." } };
  return { ...unchanged, ...Object.fromEntries(allowed) };
}
