import { exampleValues } from "./openapi_example_values.ts";

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
}

/** The value of a field without an example. A gate checks that no example has it. */
export const UNKNOWN = "unknown";

/**
 * Returns an example for a schema: a value for each field, from `openapi_example_values.ts`.
 * @param named the referenced schemas, by name
 * @param within the record or field that contains it
 * @param name the field's name
 */
export function exampleOf(
  schema: Schema,
  named: Record<string, unknown>,
  within: string,
  name = "",
): unknown {
  const known = [`${within}.${name}`, name].find((one) => one in exampleValues);
  const value = known === undefined ? undefined : exampleValues[known];
  const shape = referred(schema, named);
  if (value === null && takes(shape, "null")) return null;
  const one = shape.anyOf?.find(({ type }) => type !== "null") ?? shape;
  const inner = referred(one, named);
  const { properties, items, additionalProperties } = inner;
  if (takes(inner, "object")) {
    if (typeof value === "object" && value !== null && known !== name) return value;
    if (!properties) return additionalProperties ? value ?? {} : {};
    const owner = nameOf(one) ?? nameOf(schema) ?? (name || within);
    return Object.fromEntries(
      Object.entries(properties).map(([field, part]) => [
        field,
        exampleOf(part, named, owner, field),
      ]),
    );
  }
  if (takes(inner, "array")) {
    return Array.isArray(value) ? value : [exampleOf(items ?? {}, named, within, name)];
  }
  return leafOf(inner, value);
}

function leafOf({ enum: words, type }: Schema, value: unknown): unknown {
  if (words) return words.includes(value) ? value : words[0];
  if (takes({ type }, "boolean")) return value === true;
  const fits = [type].flat().includes(typeof value === "number" ? "integer" : typeof value);
  return fits ? value : UNKNOWN;
}

function takes({ type, anyOf }: Schema, kind: string): boolean {
  return [type].flat().includes(kind) || (anyOf ?? []).some((one) => takes(one, kind));
}

function nameOf({ $ref }: Schema): string | undefined {
  return $ref?.split("/").at(-1);
}

function referred(schema: Schema, named: Record<string, unknown>): Schema {
  const name = nameOf(schema);
  return name === undefined ? schema : named[name] as Schema;
}
