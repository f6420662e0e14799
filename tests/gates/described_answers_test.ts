import assert from "node:assert/strict";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeApi } from "../../server/api/openapi.ts";
import { problemCodes } from "../../server/api/problem_codes.ts";
import { assertNone } from "../support/missing.ts";
import { readSources } from "../support/source.ts";

type Json = Record<string, unknown>;
interface Described {
  info: { description: string };
  paths: Record<string, Record<string, Json & { responses: Json; requestBody?: Json }>>;
  components: { schemas: Record<string, Json>; responses: Record<string, Json> };
}

const document = await describeApi(endpoints, "https://backlog.example", "1.0.0", 1_200);
const { info, paths, components } = document as unknown as Described;
const operations = Object.values(paths).flatMap((path) => Object.values(path));

/** Returns every object schema of the responses: records by name, and others by operation. */
function* answerSchemas(): Generator<[where: string, schema: Json]> {
  for (const [name, schema] of Object.entries(components.schemas)) {
    if (!name.endsWith("Input")) yield* objectsIn(schema, name);
  }
  for (const { operationId, responses } of operations) {
    yield* objectsIn(responses, `${operationId}`);
  }
}

function* objectsIn(node: unknown, where: string): Generator<[string, Json]> {
  if (typeof node !== "object" || node === null) return;
  if ("properties" in node) yield [where, node as Json];
  for (const inner of Object.values(node)) yield* objectsIn(inner, where);
}

Deno.test("every response field has a description", () => {
  const bare = [...answerSchemas()].flatMap(([where, { properties }]) =>
    Object.entries(properties as Record<string, Json>)
      .filter(([, { description }]) => !description).map(([name]) => `${where}.${name}`)
  );
  assertNone(
    bare,
    (field) =>
      `The field ${field} of an answer has no description. Add one to answerFields in ` +
      "server/api/openapi_fields.ts, or to the field's schema by `describe`.",
  );
});

Deno.test("the description of a response field mentions null if and only if the field can be null", () => {
  const wrong = [...answerSchemas()].flatMap(([where, { properties }]) =>
    Object.entries(properties as Record<string, Json>)
      .filter(([, field]) => takesNull(field) !== /\bnull\b/.test(String(field.description)))
      .map(([name]) => `${where}.${name}`)
  );
  assertNone(
    wrong,
    (field) =>
      `The field ${field} can be null and its description doesn't say so, or the reverse. ` +
      "Change it in answerFields in server/api/openapi_fields.ts, or in the field's schema.",
  );
});

function takesNull({ type, anyOf = [] }: Json): boolean {
  return [type, ...(anyOf as Json[]).map((one) => one.type)].flat().includes("null");
}

Deno.test("response schemas allow new fields, so that adding one breaks no client", () => {
  const closed = [...answerSchemas()].filter(([, one]) => one.additionalProperties === false);
  assertNone(
    closed,
    ([where]) =>
      `The answer ${where} is described as closed. Use z.object for it in the schema of its ` +
      "operation, not z.strictObject.",
  );
});

Deno.test("body schemas have unique names and allow no other fields", () => {
  const bodies = operations.flatMap(({ requestBody }) => requestBody ? [requestBody] : []);
  assert.ok(bodies.length > 50);
  for (const { content } of bodies) {
    const { $ref } = (content as Record<string, { schema: Json }>)["application/json"]!.schema;
    const name = String($ref).replace("#/components/schemas/", "");
    assert.equal(components.schemas[name]?.additionalProperties, false, name);
  }
});

/** Members of responses besides their records that are too small or unusual to be records. */
const beside = ["team", "left"];

Deno.test("record schemas have the same unique names wherever they are returned", () => {
  const unnamed = operations.flatMap(({ operationId, responses }) =>
    Object.values(responses as Record<string, { content?: Record<string, { schema: Json }> }>)
      .flatMap(({ content }) => Object.values(content ?? {}))
      .flatMap(({ schema }) => Object.entries((schema.properties ?? {}) as Record<string, Json>))
      .map(([name, field]) => [name, (field.items ?? field) as Json] as const)
      .filter(([name, field]) => field.properties && !beside.includes(name))
      .map(([name]) => `${operationId}.${name}`)
  );
  assertNone(
    unnamed,
    (field) =>
      `The record ${field} has no name in the description. Add its schema to "named" in ` +
      'server/api/openapi_schemas.ts, or to "beside" in tests/gates/described_answers_test.ts.',
  );
});

Deno.test("the schema of a patch requires at least one change", () => {
  const patches = Object.values(paths).flatMap(({ patch }) => patch ? [patch] : []);
  for (const { operationId } of patches) {
    const name = `${String(operationId)[0]!.toUpperCase()}${String(operationId).slice(1)}Input`;
    const { required, minProperties } = components.schemas[name]!;
    assert.ok(required ?? minProperties, name);
  }
});

Deno.test("no schema has JavaScript's safe integers as its bounds", () => {
  assert.doesNotMatch(JSON.stringify(document), /9007199254740991/);
});

Deno.test("the description of rate limits says when to send the next request", () => {
  const later = operations.flatMap(({ responses }) => responses["429"] ? [responses["429"]] : []);
  const references = new Set(later.map((one) => (one as Json).$ref));
  assert.deepEqual([...references], ["#/components/responses/TooMany"]);
  assert.ok("Retry-After" in (components.responses.TooMany!.headers as Json));
});

Deno.test("every operation's description lists the errors that any request can cause", () => {
  const shared = { 500: "Internal", 503: "Unavailable" };
  for (const { operationId, responses } of operations) {
    for (const [status, name] of Object.entries(shared)) {
      const expected = { $ref: `#/components/responses/${name}` };
      assert.deepEqual(responses[status], expected, `${operationId} ${status}`);
    }
  }
  assert.ok("Retry-After" in (components.responses.Unavailable!.headers as Json));
});

Deno.test("the guide names every kind of token and the headers for retries, versions, and limits", () => {
  const told = ["blg_hat_", "blg_pat_", "blg_auto_", "blg_aat_", "nextCursor", "Idempotency-Key"];
  for (
    const word of [...told, "If-None-Match", "If-Match", "RateLimit", "Retry-After", "422", "503"]
  ) {
    assert.ok(info.description.includes(word), word);
  }
});

Deno.test("every possible error code is described", async () => {
  const sources = (await readSources([".ts", ".tsx"])).filter(({ path }) =>
    path.startsWith("server/")
  );
  const pattern =
    /\bcode: "([a-z_]+)"|\b(?:answering|failure|new BadRequest)\(\s*\d+,\s*"([a-z_]+)"/g;
  const found = sources.flatMap(({ text }) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? match[2]!)
  );
  const known = new Set<string>(problemCodes);
  const missing = [...new Set(found)].filter((code) => code !== "custom" && !known.has(code));
  assertNone(
    missing,
    (code) => `The error code "${code}" isn't described. Add it to server/api/problem_codes.ts.`,
  );
  // Kinds that contain another value, such as `invitation_${status}`, have several
  const made = sources.flatMap(({ text }) => [...text.matchAll(/\bcode: `([^`]+)`/g)])
    .map(([, form]) => new RegExp(`^${form!.replaceAll(/\$\{\w+\}/g, "[a-z]+")}$`));
  const few = made.filter((form) => problemCodes.filter((code) => form.test(code)).length < 2);
  assert.ok(made.length > 0);
  assertNone(
    few,
    (form) => `Fewer than two error codes match ${form}. Add them to server/api/problem_codes.ts.`,
  );
  const unsorted = "The codes in server/api/problem_codes.ts aren't sorted.";
  assert.deepEqual([...problemCodes], [...problemCodes].sort(), unsorted);
});
