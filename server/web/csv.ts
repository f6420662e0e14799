import type { Context } from "hono";
import { type Json, parseJson } from "../domain/core/json.ts";
import type { Env } from "../http/env.ts";

/** How many records are read at once. */
const AT_ONCE = 250;

/**
 * The records of a list, page after page, as they are read.
 * @param ask what lists them: from where on, undefined from the start, and how many at most
 */
export async function* pagesOf<Record>(
  ask: (
    place: { cursor: string | undefined; limit: number },
  ) => Promise<{ records: Json<Record[]>; nextCursor: string | null }>,
): AsyncGenerator<Record[], void> {
  let cursor: string | undefined;
  do {
    const page = await ask({ cursor, limit: AT_ONCE });
    yield parseJson(page.records);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** A line of a table. */
export const csvLine = (values: readonly string[]) => values.map(csvCell).join(",");

/**
 * One value, in quotes. What a spreadsheet would take for a formula begins with an apostrophe, and runs nowhere.
 * OWASP, CSV Injection
 */
export function csvCell(value: string): string {
  const plain = /^[\s\p{Cf}]*[=+\-@|%\t\r＝＋－＠]/u.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

/**
 * A table of comma-separated values as a file to keep, sent as its lines are read. RFC 4180
 * @param file its name
 * @param lines without their ends, the first of which names the columns
 */
export function csvAnswer(
  c: Context<Env>,
  file: string,
  lines: Iterable<string> | AsyncIterable<string>,
): Response {
  const ended = ReadableStream.from(withEnds(lines));
  return c.body(ended.pipeThrough(new TextEncoderStream()), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${file}"`,
    "cache-control": "no-store",
  });
}

async function* withEnds(lines: Iterable<string> | AsyncIterable<string>) {
  for await (const line of lines) yield `${line}\r\n`;
}
