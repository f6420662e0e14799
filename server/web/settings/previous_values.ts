import { z } from "zod";
import type { FieldReader } from "../forms.ts";

/** Longest previous values that an undo carries. Without JavaScript, they travel in a cookie. */
export const UNDO_LIMIT = 2_000;

const Fields = z.record(z.string(), z.unknown());

/** Reads the previous values of a record that the page sent. Returns `{}` for unreadable input. */
export const readPreviousValues: FieldReader<Record<string, unknown>> = (fields, name) => {
  try {
    return Fields.safeParse(JSON.parse(fields.get(name) ?? "")).data ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};
