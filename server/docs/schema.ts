import { code, table } from "./table.ts";

/** The parts of JSON Schema that the API's description uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  default?: unknown;
}

export const recordsPath = "/docs/reference/rest/records";

/** Returns a schema's type in a few words of Markdown. */
export function typeOf(schema: Schema): string {
  const { $ref, type, items, anyOf, oneOf, format } = schema;
  if ($ref) {
    const name = $ref.split("/").at(-1)!;
    return `[${name}](${recordsPath}#${name.toLowerCase()})`;
  }
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(", ");
  if ("const" in schema) return code(JSON.stringify(schema.const));
  const several = anyOf ?? oneOf;
  if (several) return [...new Set(several.map(typeOf))].join(" or ");
  if (type === "array" && items) return `list of ${typeOf(items)}`;
  const named = Array.isArray(type) ? type.join(" or ") : type ?? "any value";
  return format && format !== "uuid" ? `${named} (${format})` : named;
}

/** Returns a table of an object's fields. @param mark what precedes the description of a required field */
export function fieldsOf(schema: Schema, mark = ""): string {
  if (!schema.properties) return `Type: ${typeOf(schema)}`;
  const required = new Set(schema.required);
  return table(
    ["Field", "Type", "Description"],
    Object.entries(schema.properties).map(([name, field]) => [
      code(name),
      typeOf(field),
      `${required.has(name) ? mark : ""}${describe(field)}`.trim() + defaultOf(field),
    ]),
  );
}

/** Returns a field's description without an end that repeats its type. */
function describe({ description = "" }: Schema): string {
  return description.replace(/ Can be `null`\.$|, or `null`(?=\.$)/, "");
}

function defaultOf({ default: value, description = "" }: Schema): string {
  if (value === undefined || /default/i.test(description)) return "";
  return ` Default: ${code(JSON.stringify(value))}.`;
}
