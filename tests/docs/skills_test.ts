import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

interface Description {
  paths: Record<string, Record<string, Request>>;
  components: { schemas: Record<string, Schema> };
}

interface Request {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Returns the fields of a request's body, with those of objects in its lists. */
function fieldsOf({ components }: Description, { requestBody }: Request): string[] {
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  const named = schema?.$ref?.split("/").at(-1);
  const { properties = {} } = named ? components.schemas[named]! : schema ?? {};
  return Object.entries(properties)
    .flatMap(([name, { items }]) => [name, ...Object.keys(items?.properties ?? {})]);
}

/** Returns the described request with this method and path, in which words in capitals stand for values. */
function requestAt({ paths }: Description, method: string, path: string): Request | undefined {
  const parts = `/workspaces/{workspaceId}${path}`.split("/");
  const found = Object.keys(paths).find((one) => {
    const names = one.split("/");
    return names.length === parts.length &&
      names.every((name, n) => name === parts[n] || (/^\{/.test(name) && /^[A-Z]/.test(parts[n]!)));
  });
  return paths[found ?? `/workspaces/{workspaceId}${path}`]?.[method.toLowerCase()];
}

Deno.test("agent skills mention only body fields that their requests accept", () =>
  withApp({}, async ({ app }) => {
    const read = async (path: string) => await (await app.request(path)).text();
    const description: Description = JSON.parse(await read("/openapi.json"));
    const index = JSON.parse(await read("/.well-known/agent-skills/index.json")) as {
      skills: { url: string }[];
    };
    let fields = 0;
    for (const { url } of index.skills) {
      const rows = (await read(new URL(url).pathname))
        .matchAll(/`(POST|PATCH) (\/[\w/-]+)` with (.+)\|$/gm);
      for (const [, method, path, rest] of rows) {
        const request = requestAt(description, method!, path!);
        assert.ok(request, `${method} ${path}`);
        const sent = fieldsOf(description, request);
        for (const [, field] of rest!.matchAll(/(?:`(?=\w+`)|"(?=\w+":))(\w+)/g)) {
          assert.ok(sent.includes(field!), `${method} ${path} has no field ${field}.`);
          fields++;
        }
      }
    }
    assert.ok(fields > 12, `${fields} fields`);
  }));
