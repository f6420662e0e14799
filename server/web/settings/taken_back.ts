import { z } from "zod";
import type { FieldReader } from "../forms.ts";

/** How long what a page carries along for an Undo may be: a cookie takes it where there is no JavaScript. */
export const MOST_TAKEN_BACK = 2_000;

const Fields = z.record(z.string(), z.unknown());

/** What a record was before it was changed, as the page carried it along; nothing where that can't be read. */
export const readBack: FieldReader<Record<string, unknown>> = (fields, name) => {
  try {
    return Fields.safeParse(JSON.parse(fields.get(name) ?? "")).data ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};
