import { z } from "zod";
import type { FieldReader } from "../forms.ts";

/** Maximum length of the data that undoes a change. Without JavaScript, a cookie stores the data. */
export const MOST_TAKEN_BACK = 2_000;

const Fields = z.record(z.string(), z.unknown());

/** Reads a record's values before a change, which the page sends along. Unreadable values are ignored. */
export const readBack: FieldReader<Record<string, unknown>> = (fields, name) => {
  try {
    return Fields.safeParse(JSON.parse(fields.get(name) ?? "")).data ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};
