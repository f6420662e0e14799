import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

/** Nothing that can be made a text of, and nothing that a field takes. */
const odd = [{ toString: 1, valueOf: 1 }, [{ toString: 1, valueOf: 1 }]];

Deno.test("every field of every body refuses an object that can't be converted to text", () =>
  withApp({ rateLimit: 100_000 }, async (app, { workspaceId, ada }) => {
    const description = await (await app.app.request("/openapi.json")).json();
    const resolved = (schema: Schema): Schema =>
      schema.$ref ? description.components.schemas[schema.$ref.split("/").at(-1)!] : schema;
    const fieldsOf = (schema: Schema): string[] => {
      const { properties = {}, anyOf = [], allOf = [], oneOf = [] } = resolved(schema);
      return [...Object.keys(properties), ...[...anyOf, ...allOf, ...oneOf].flatMap(fieldsOf)];
    };
    let asked = 0;
    for (const [path, methods] of Object.entries<Record<string, Described>>(description.paths)) {
      const where = path.replace(/^\/api\/v1/, "")
        .replace("{workspaceId}", workspaceId).replaceAll(/\{\w+\}/g, "ENG-1");
      for (const [method, { requestBody }] of Object.entries(methods)) {
        const schema = requestBody?.content["application/json"]?.schema;
        for (const field of schema ? fieldsOf(schema) : []) {
          for (const value of odd) {
            const request = `${method.toUpperCase()} ${where}`;
            const { status } = await call(app, request, { as: ada, body: { [field]: value } });
            assert.ok(status < 500, `${request} ${field}: ${status}`);
            asked++;
          }
        }
      }
    }
    assert.ok(asked > 200, `${asked} requests`);
    assert.deepEqual(app.mistakes, []);
  }));

interface Schema {
  $ref?: string;
  properties?: Record<string, unknown>;
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
}
interface Described {
  requestBody?: { content: Record<string, { schema: Schema } | undefined> };
}
