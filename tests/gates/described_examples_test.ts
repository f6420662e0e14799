import assert from "node:assert/strict";
import { TypeID } from "../packages/typeid.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeApi } from "../../server/api/openapi.ts";
import { UNKNOWN } from "../../server/api/openapi_examples.ts";
import { strictValidator } from "../packages/ajv.ts";
import { assertNone } from "../support/missing.ts";

interface Content {
  schema: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Answered {
  content?: Record<string, Content>;
}
interface Described {
  operationId: string;
  requestBody?: Answered;
  responses: Record<string, Answered>;
}

const document = await describeApi(
  endpoints,
  "https://backlog.example",
  "1.0.0",
  1_200,
) as unknown as {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object>; responses: Record<string, Answered> };
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

/** Everything with examples: bodies, responses of all operations, and errors. */
const contents = [
  ...operations.flatMap(({ operationId, requestBody, responses }) => [
    ...(requestBody ? contentsOf(`${operationId} takes`, requestBody) : []),
    ...Object.entries(responses).flatMap(([status, one]) =>
      contentsOf(`${operationId} ${status}`, one)
    ),
  ]),
  ...Object.entries(document.components.responses).flatMap(([name, one]) => contentsOf(name, one)),
];

function contentsOf(where: string, { content = {} }: Answered): [string, Content][] {
  return Object.values(content).map((one) => [where, one]);
}

const examplesIn = ({ example, examples = {} }: Content) =>
  [example, ...Object.values(examples).map(({ value }) => value)].filter((one) =>
    one !== undefined
  );

Deno.test("every body, response, and error has an example that matches its strict schema", () => {
  const ajv = strictValidator();
  const placed = (schema: object) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"api#/$defs/'));
  ajv.addSchema({ $id: "api", $defs: placed(document.components.schemas) });
  const wrong = contents.flatMap(([where, content]) => {
    const valid = ajv.compile(placed(content.schema));
    const examples = examplesIn(content);
    if (examples.length === 0) {
      return [
        `${where} has no example. Add one to its endpoint in server/api, or for an error to ` +
        "server/api/openapi_problems.ts.",
      ];
    }
    return examples.filter((one) => !valid(one)).map(() =>
      `The example of "${where}" doesn't fit its schema (${ajv.errorsText(valid.errors)}). ` +
      "Change the example in the endpoint, or the values in server/api/openapi_example_values.ts."
    );
  });
  assertNone(wrong, (sentence) => sentence);
  assert.ok(contents.length > 200, `${contents.length} were seen`);
});

Deno.test("response examples contain every field, and IDs in the real format", () => {
  const texts = contents.filter(([where]) => !where.endsWith("takes")).map(([where, one]) =>
    [where, JSON.stringify(examplesIn(one))] as const
  );
  const open = texts.flatMap(([where, text]) =>
    [...text.matchAll(new RegExp(`"(\\w+)":\\[?"${UNKNOWN}"`, "g"))].map((
      [, field],
    ) => [where, field])
  );
  assertNone(
    open,
    ([where, field]) =>
      `The field "${field}" has no value in the example of "${where}". Add the field to ` +
      "server/api/openapi_example_values.ts.",
  );
  assert.ok(!texts.some(([, text]) => text.includes(`"${UNKNOWN}"`)), "a value is unknown");
  const ids = new Set(texts.flatMap(([, text]) => text.match(/"[a-z]+_[^"\W_]{15,}"/g) ?? []));
  assert.ok(ids.size > 30);
  for (const id of ids) assert.doesNotThrow(() => TypeID.fromString(JSON.parse(id)), id);
});
