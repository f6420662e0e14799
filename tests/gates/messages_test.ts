import assert from "node:assert/strict";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import type { Database } from "../../server/database/open.ts";
import { call, createTestApp, type TestApp } from "../support/app.ts";
import { inputSchema, type Schema } from "./fuzz/inputs.ts";
import { knownValues } from "./fuzz/known.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { type FullCast, populate } from "./support/full_cast.ts";
import { UndoingDatabase } from "./support/undoing.ts";

/** Zod's default messages. */
const foreignWords = /Invalid input|Invalid option|expected|received|Unrecognized|Too (big|small)/;

Deno.test("every validation message follows the style guide and names its field", async () => {
  const undoing = (database: Database) => new UndoingDatabase(database);
  await using app = await createTestApp({ wrap: undoing, signInLimit: 1e9, rateLimit: 1e9 });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  (app.world.services.database as UndoingDatabase).undoes = true;
  const wrong: string[] = [];
  let refused = 0;
  for (const endpoint of endpoints) {
    for (const fields of mistakes(endpoint)) {
      const { status, body, text } = await send(app, fullCast, endpoint, fields);
      if (status !== 422) continue;
      refused++;
      const asked = `${endpoint.method} ${endpoint.path} ${JSON.stringify(fields).slice(0, 90)}`;
      if (foreignWords.test(text)) wrong.push(`${asked}: ${body.detail}`);
      for (const { path, message } of body.errors) {
        const named = body.detail.includes(path.join(".")) && body.detail.includes(message);
        if (!named) wrong.push(`${asked}: ${body.detail} doesn't name ${path.join(".")}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(refused > 500, `${refused} requests were refused`);
});

/** Returns empty input, an unknown field, and each field with every wrong kind of value. */
function mistakes(endpoint: Endpoint): Record<string, unknown>[] {
  const { properties = {} } = inputSchema(endpoint);
  const kinds = endpoint.method === "GET"
    ? ["", "\0", "bogus", "x".repeat(3_000)]
    : [null, 7.5, true, "bogus", "", "x".repeat(120_000), [7], ["bogus"], {}, { bogus: 1 }];
  return [
    {},
    { bogus: 1 },
    ...Object.entries(properties).flatMap(([name, schema]) =>
      [...kinds, ...tooMany(schema)].map((value) => ({ [name]: value }))
    ),
  ];
}

/** Returns a list above every maximum length, for fields that accept lists. */
function tooMany(schema: Schema): unknown[] {
  return schema.type === "array" ? [Array.from({ length: 300 }, () => "bogus")] : [];
}

async function send(
  app: TestApp,
  fullCast: FullCast,
  { method, path }: Endpoint,
  fields: Record<string, unknown>,
) {
  const known = knownValues(fullCast);
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => String(known[name]?.[0]));
  const query = new URLSearchParams(fields as Record<string, string>);
  return method === "GET"
    ? await call(app, `GET ${filled}?${query}`, { as: fullCast.ada })
    : await call(app, `${method} ${filled}`, { as: fullCast.ada, body: fields });
}
