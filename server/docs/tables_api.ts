import { setImmediate } from "node:timers/promises";
import { endpoints } from "../api/endpoints.ts";
import type { Endpoint } from "../api/endpoint.ts";
import { describeEndpoint, describeSchemas } from "../api/openapi.ts";
import { answerFields } from "../api/openapi_fields.ts";
import { scopeWords } from "../../views/settings/scopes.ts";
import { needsOf } from "../domain/core/operation.ts";
import type { WriteTable } from "./tables.ts";
import { code, table } from "./table.ts";
import { fieldsOf, recordsPath, type Schema, typeOf } from "./schema.ts";
import { slugify } from "./render.ts";

interface Described {
  description: string;
  parameters: {
    name: string;
    in: string;
    description?: string;
    required?: boolean;
    schema: Schema;
  }[];
  requestBody?: { content: { "application/json": { schema: Schema; example?: unknown } } };
  responses: Record<string, { content?: { "application/json"?: { schema: Schema } } }>;
}

const describe = (endpoint: Endpoint) => describeEndpoint(endpoint) as unknown as Described;

/** @param name the name of an operation: `tasks.create` */
function endpointOf(name: string): Endpoint {
  const found = endpoints.find(({ operation }) => operation.name === name);
  if (!found) throw new Error(`No endpoint has the operation ${name}.`);
  return found;
}

function inTag(tag: string): Endpoint[] {
  const found = endpoints.filter((one) => one.tag === tag);
  if (found.length === 0) throw new Error(`No endpoint has the tag ${tag}.`);
  return found;
}

/** Returns the page of a tag's endpoints. */
export const restPath = (tag: string) => `/docs/reference/rest/${slugify(tag)}`;

const call = ({ method, path }: Endpoint) => `${method} ${path}`;

function linked(endpoint: Endpoint): string {
  return `[${endpoint.summary}](${restPath(endpoint.tag)}#${slugify(endpoint.summary)})`;
}

const needsSession = ({ operation }: Endpoint) =>
  operation.audience !== "anyone" && needsOf(operation).session;

function accessOf({ operation }: Endpoint): string {
  if (operation.audience === "anyone") return "anyone";
  const { session, scope } = needsOf(operation);
  return session ? "a session" : scope ? code(scope) : "any token";
}

function parametersTable(endpoint: Endpoint): string {
  const { parameters } = describe(endpoint);
  return table(
    ["Parameter", "In", "Type", "Description"],
    parameters.map(({ name, in: place, required, schema, description = "" }) => [
      code(name),
      place,
      typeOf(schema),
      required && place !== "path" ? `Required. ${description}` : description,
    ]),
  );
}

function fieldsTable(endpoint: Endpoint): string {
  const schema = describe(endpoint).requestBody?.content["application/json"].schema;
  if (!schema) throw new Error(`${call(endpoint)} has no body.`);
  return fieldsOf(schema, "Required. ");
}

function responseOf(endpoint: Endpoint): string {
  const schema = describe(endpoint).responses[endpoint.status]?.content?.["application/json"]
    ?.schema;
  if (!schema) return `Returns ${endpoint.status} without a body.`;
  return `Returns ${endpoint.status} with these fields:\n\n${fieldsOf(schema)}`;
}

function section(endpoint: Endpoint): string {
  const { description, requestBody, parameters } = describe(endpoint);
  const example = endpoint.example && JSON.stringify(endpoint.example, null, 2);
  return [
    `## ${endpoint.summary}`,
    `\`\`\`http\n${call({ ...endpoint, path: `/api/v1${endpoint.path}` })}\n\`\`\``,
    description,
    ...(parameters.length > 0 ? [parametersTable(endpoint)] : []),
    ...(requestBody ? ["Body:", fieldsTable(endpoint)] : []),
    ...(example ? [`\`\`\`json\n${example}\n\`\`\``] : []),
    responseOf(endpoint),
  ].join("\n\n");
}

/** Lists of more values than this appear once on a page. */
const MANY_VALUES = 20;

/**
 * Returns a record's schema with links in place of long lists of values that are elsewhere in the docs.
 * @param listed the records with such lists so far, by the list
 */
function shortened(record: string, schema: Schema, listed: Map<string, string>): Schema {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const values = field.enum && field.enum.length > MANY_VALUES ? field.enum.join() : null;
    if (values === null) return [name, field] as const;
    const place = record === "Problem"
      ? "[REST errors](/docs/reference/errors)"
      : listed.get(values);
    listed.set(values, `[${record}](${recordsPath}#${record.toLowerCase()})`);
    if (!place) return [name, field] as const;
    const description = `${field.description ?? ""} The values are listed in ${place}.`.trim();
    return [name, { type: "string", description }] as const;
  });
  return schema.properties ? { ...schema, properties: Object.fromEntries(fields) } : schema;
}

/** Tables of the REST API. */
export const apiTables: Record<string, WriteTable> = {
  endpoints: (tag) =>
    table(
      ["Endpoint", "Description", "Access"],
      inTag(tag).map((one) => [code(call(one)), linked(one), accessOf(one)]),
    ),
  // Describing endpoints takes long, so other requests run in between
  operations: async (tag) => {
    const sections: string[] = [];
    for (const endpoint of inTag(tag)) {
      await setImmediate();
      sections.push(section(endpoint));
    }
    return sections.join("\n\n");
  },
  parameters: (name) => parametersTable(endpointOf(name)),
  fields: (name) => fieldsTable(endpointOf(name)),
  response: (name) => responseOf(endpointOf(name)),
  // Links within the page and descriptions of IDs are short, because the page is as long as a page can be
  records: () => {
    const listed = new Map<string, string>();
    return Object.entries(describeSchemas() as Record<string, Schema>)
      .map(([name, schema]) => `## ${name}\n\n${fieldsOf(shortened(name, schema, listed))}`)
      .join("\n\n").replaceAll(`](${recordsPath}#`, "](#")
      // The page describes the form of IDs once, above its tables
      .replaceAll(answerFields.id!, "ID of the record.");
  },
  sessions: () =>
    table(
      ["Topic", "Endpoints that need a session"],
      [...Map.groupBy(endpoints.filter(needsSession), ({ tag }) => tag)]
        .map(([tag, some]) => [tag, some.map(linked).join(", ")]),
    ),
  scopes: () =>
    table(
      ["Scope", "Permission", "Endpoints"],
      scopeWords.map(([scope, words]) => [
        code(scope),
        words,
        endpoints.filter(({ operation }) => {
          const needs = needsOf(operation);
          return operation.audience !== "anyone" && !needs.session && needs.scope === scope;
        }).map(linked).join(", "),
      ]),
    ),
};
