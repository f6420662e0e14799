import fc from "../../packages/fast_check.ts";
import { z } from "zod";
import type { Endpoint } from "../../../server/api/endpoint.ts";
import { hostileText, hostileValue } from "./hostile.ts";

/** The used parts of a JSON Schema. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  maxLength?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
}

/** Real values by field name, so that generated input sometimes passes the first check. */
export type Known = Record<string, readonly unknown[]>;

/** Converts a schema to fast-check's arbitrary, with the names of its fields. */
export function objectSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
}

/** The input that a client can send to an endpoint besides its path: the fields of the query or the body. */
export function inputSchema({ path, operation, bodyAs, bearerAs }: Endpoint): Schema {
  const schema = objectSchema(operation.input as z.ZodType);
  if (bodyAs) return schema.properties?.[bodyAs] ?? {};
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const outside = new Set([...names, bearerAs, "version"]);
  const inside = Object.entries(schema.properties ?? {}).filter(([name]) => !outside.has(name));
  return { ...schema, properties: Object.fromEntries(inside) };
}

/** Values that match a schema or nearly do: mostly valid, at the limits, and sometimes wrong. */
export function valueOf(schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> {
  const fitting = fittingValue(schema, name, known);
  return fc.oneof({ weight: 7, arbitrary: fitting }, { weight: 1, arbitrary: hostileValue });
}

function fittingValue(schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> {
  const real = known[name];
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (choices) return fc.oneof(...choices.map((one) => fittingValue(one, name, known)));
  switch (schema.type) {
    case "string":
      return real ? mostly(fc.constantFrom(...real)) : text(schema);
    case "integer":
    case "number":
      return fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer());
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(fittingValue(schema.items ?? {}, name, known), { maxLength: 3 });
    case "object":
      return recordOf(schema, known);
    default:
      return hostileValue;
  }
}

/** Dates, addresses, and plain words, and hostile ones too. */
function text(schema: Schema): fc.Arbitrary<unknown> {
  const plain = {
    "date-time": "2026-05-01T12:00:00Z",
    date: "2026-05-01",
    email: "new@example.com",
    uri: "https://example.com/a",
  }[schema.format ?? ""] ?? "Gate";
  return mostly(fc.constant(plain));
}

function mostly(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: hostileText });
}

/** Generates an object with most of its required fields and some optional ones. */
export function recordOf(schema: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (Object.keys(properties).length === 0 && typeof additionalProperties === "object") {
    return fc.dictionary(hostileText, valueOf(additionalProperties, "", known), { maxKeys: 3 });
  }
  const entries = Object.entries(properties).map(([name, field]) => {
    const present = valueOf(field, name, known).map((value) => [[name, value]]);
    const absent = fc.constant<[string, unknown][]>([]);
    const weight = required.includes(name) ? 15 : 1;
    return fc.oneof(
      { weight, arbitrary: present },
      { weight: required.includes(name) ? 1 : 2, arbitrary: absent },
    );
  });
  return fc.tuple(...entries).map((fields) =>
    Object.fromEntries(fields.flat() as [string, unknown][])
  );
}
