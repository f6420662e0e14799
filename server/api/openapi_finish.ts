import { answerFields } from "./openapi_fields.ts";

type Schema = Record<string, unknown>;

/**
 * Returns a response's schema for clients: open, so that new fields break no client, with a description for each field.
 */
export function answered<S>(schema: S): S {
  return walk(schema, (one) => {
    if (one.additionalProperties === false) delete one.additionalProperties;
    for (const [name, field] of Object.entries((one.properties ?? {}) as Record<string, Schema>)) {
      const told = answerFields[name];
      if (told !== undefined && field.description === undefined) {
        field.description = withNull(told, field);
      }
    }
  }) as S;
}

/** Fits a description to a field: it mentions `null` if and only if the field can be `null`. */
function withNull(told: string, { type, anyOf = [] }: Schema): string {
  const types = [type, ...(anyOf as Schema[]).map((one) => one.type)].flat();
  if (!types.includes("null")) return told.replace(/, or `null`[^.]*/, "");
  return told.includes("`null`") ? told : `${told} Can be \`null\`.`;
}

/** Returns a schema without JavaScript's limits for whole numbers, which say nothing about the field. */
export function bounded<S>(schema: S): S {
  return walk(schema, (one) => {
    if (one.minimum === Number.MIN_SAFE_INTEGER) delete one.minimum;
    if (one.maximum === Number.MAX_SAFE_INTEGER) delete one.maximum;
  }) as S;
}

/** Calls a function with every object in a JSON value, inner ones first. */
function walk(node: unknown, does: (one: Schema) => void): unknown {
  if (typeof node !== "object" || node === null) return node;
  for (const inner of Object.values(node)) walk(inner, does);
  if (!Array.isArray(node)) does(node as Schema);
  return node;
}

/**
 * Names the schemas of request bodies: `TasksCreateInput`.
 * @param operations the operations of all paths
 * @returns the schemas by name; operations refer to them
 */
export function namedBodies(operations: Iterable<Schema>): Record<string, Schema> {
  const named: Record<string, Schema> = {};
  for (const operation of operations) {
    const body = operation.requestBody as { content: { "application/json": Schema } } | undefined;
    if (!body) continue;
    const id = String(operation.operationId);
    const name = `${id[0]!.toUpperCase()}${id.slice(1)}Input`;
    const content = body.content["application/json"];
    named[name] = content.schema as Schema;
    content.schema = { $ref: `#/components/schemas/${name}` };
  }
  return named;
}
