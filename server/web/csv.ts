import type { Context } from "hono";
import { type Json, parseJson } from "../domain/core/json.ts";
import type { Env } from "../http/env.ts";

/** The number of records to read at once. */
const AT_ONCE = 250;

/**
 * Returns the records of a list, page by page, as they are read.
 * @param ask reads a page: the cursor, undefined for the start, and the maximum number
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

/** Returns a line of a table. */
export const csvLine = (values: readonly string[]) => values.map(csvCell).join(",");

/**
 * Returns one value in quotes. Values that a spreadsheet would run as a formula get a leading apostrophe. OWASP, CSV
 * Injection
 */
export function csvCell(value: string): string {
  const plain = /^[\s\p{Cf}]*[=+\-@|%\t\r＝＋－＠]/u.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

/**
 * Returns a CSV file as a download, sent while its lines are read. RFC 4180
 * @param file the file's name
 * @param lines the lines without line ends, starting with the column names
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
