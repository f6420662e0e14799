import { z } from "zod";

/** Converts typed text to the JSON value that a schema expects. */
export interface TypedText {
  /** Whether the schema accepts several values. */
  list: boolean;
  /** Whether the schema accepts null. */
  none: boolean;
  /** Returns a number if the schema expects one. Unreadable text is passed on, so that it is refused. */
  read(text: string): string | number;
}

/** Returns how to convert text for a schema. */
export function typedText(schema: z.ZodType): TypedText {
  const { type, anyOf = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const types = [type, ...anyOf.map((one) => one.type)];
  const numeric = types.includes("integer") || types.includes("number");
  return {
    list: types.includes("array"),
    none: types.includes("null"),
    read: (text) => numeric && /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text,
  };
}
