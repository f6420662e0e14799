import assert from "node:assert/strict";
import { z } from "zod";
import { operations } from "../../../server/operations.ts";

/** Values that are never stored or shown: a cursor is decoded, a secret is hashed, and a number is counted. */
const lookedUp = ["cursor", "secret", "accessToken", "limit"];
interface Field {
  path: string;
  schema: z.core.$ZodType;
}

/** Returns every field of an input that doesn't contain others, however it is wrapped. */
function fieldsOf({ path, schema }: Field): Field[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  const inside = (schema: z.core.$ZodType, name: string) =>
    fieldsOf({ path: `${path}.${name}`, schema });
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, one]) => inside(one, name));
    case "array":
      return inside(def.element, "0");
    case "record":
      return [...inside(def.keyType, "name"), ...inside(def.valueType, "value")];
    case "union":
      return def.options.flatMap((one) => fieldsOf({ path, schema: one }));
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
      return fieldsOf({ path, schema: def.innerType });
    default:
      return [{ path, schema }];
  }
}

/** The texts that a page shows and has stored. */
const shown = "tasks.texts";
const fields = operations.filter(({ name }) => name !== shown)
  .flatMap(({ name, input }) => fieldsOf({ path: name as string, schema: input as z.ZodType }))
  .filter(({ path }) => !lookedUp.includes(path.split(".").at(-1)!));

/** Values that some fields accept, so that the control character is the only error. */
const good = [
  "ENG",
  "ada@example.com",
  "ada",
  "UTC",
  "123456",
  "https://example.com/",
  "high",
  "1",
];
const controlled = [
  ...["a\x1bb", "\x01", "ab\x7f", "a\x85b", "a\0b", "a\ud800b", "\udfff"],
  // These two count as white space, which is trimmed
  ...good.flatMap((text) => [`${text}\x0b`, `\f${text}`, `${text},\f${text}`]),
];

Deno.test("every field of every operation refuses control characters and lone surrogates", () => {
  const taken = [];
  for (const text of controlled) {
    for (const { path, schema } of fields) {
      if (z.safeParse(schema, text).success) taken.push(`${path}: ${JSON.stringify(text)}`);
    }
  }
  assert.deepEqual(taken, []);
  assert.ok(fields.length > 300, `${fields.length} fields were found`);
});
