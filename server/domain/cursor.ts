import { Buffer } from "node:buffer";
import type { z } from "zod";
import { invalidField } from "./errors.ts";

/** A cursor: where a page ended, as text that clients pass back unread. */
export function writeCursor(position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/**
 * The position in a cursor.
 * @param shape what this list's positions look like
 * @throws Invalid when it isn't one
 */
export function readCursor<T extends z.ZodType>(shape: T, cursor: string): z.output<T> {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalidField("cursor", "Pass a nextCursor as it was given.");
  }
}
