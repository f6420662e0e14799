import { z } from "zod";

/** How what somebody types becomes what a schema takes from JSON. */
export interface TypedText {
  /** Whether it takes several. */
  list: boolean;
  /** Whether it takes null, for nothing. */
  none: boolean;
  /** A number where it takes one; what can't be read as such stays as it was typed, to be refused. */
  read(text: string): string | number;
}

/** Reads off a schema how a text is to be taken for it. */
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
