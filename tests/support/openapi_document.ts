import { z } from "zod";

/** The parts of an OpenAPI document that tests use. */
export interface Published {
  paths: Record<string, Record<string, PublishedOperation>>;
  components: { schemas: Record<string, unknown> };
}

export interface PublishedOperation {
  parameters: { name: string; in: "path" | "query" | "header"; required?: boolean }[];
  requestBody?: {
    required: boolean;
    content: {
      "application/json": { schema: { $ref: string } };
    };
  };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
}

/** Returns the schema of an operation's request body. */
export function bodyOf(published: Published, { requestBody }: PublishedOperation) {
  const { $ref = "" } = requestBody?.content["application/json"].schema ?? {};
  const schema = published.components.schemas[$ref.split("/").at(-1)!] ?? {};
  return schema as {
    properties?: Record<string, unknown>;
    required?: string[];
    minProperties?: number;
  };
}

/**
 * Validates responses as a client with only the published description would, with one exception: published schemas
 * allow unknown fields for the sake of clients, but here an undescribed field is an error.
 */
export function readerOf(published: Published) {
  const kept = new Map<string, z.ZodType | null>();
  const make = (template: string, method: string, status: number) => {
    const operation = published.paths[template]?.[method.toLowerCase()];
    const schema = operation?.responses[status]?.content?.["application/json"]?.schema;
    return schema === undefined
      ? null
      : z.fromJSONSchema(whole(published, schema) as z.core.JSONSchema.BaseSchema);
  };
  /** Returns the schema of an endpoint's response with a status, or `null` if there is none. */
  return (template: string, method: string, status: number): z.ZodType | null => {
    const name = `${method} ${template} ${status}`;
    if (!kept.has(name)) kept.set(name, make(template, method, status));
    return kept.get(name)!;
  };
}

/** Returns a schema with all references resolved. */
function whole(published: Published, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((part) => whole(published, part));
  if (typeof node !== "object" || node === null) return node;
  const { $ref } = node as { $ref?: string };
  const named = $ref && published.components.schemas[$ref.split("/").at(-1)!];
  if (named) return whole(published, named);
  const parts = Object.entries(node).map(([key, part]) => [key, whole(published, part)]);
  const closed = { ...Object.fromEntries(parts) };
  if (closed.type === "object" && closed.properties) closed.additionalProperties ??= false;
  return closed;
}
