import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import { parseJson } from "../domain/core/json.ts";
import type { ListPage } from "../domain/core/page.ts";
import { LARGEST_PAGE } from "../domain/core/page_size.ts";
import { guardFormulas } from "../domain/text/formulas.ts";
import type { Env } from "../http/env.ts";

/**
 * The records of a list, page after page, each read when the one before was used up.
 * @param ask what lists them: from where on, undefined from the start, and how many at most
 */
async function* pagesOf<Record>(ask: Ask<Record>): AsyncGenerator<Record[], void> {
  let cursor: string | undefined;
  let limit = FIRST_PAGE;
  do {
    const page = await ask({ cursor, limit });
    yield parseJson(page.records);
    cursor = page.nextCursor ?? undefined;
    // Of long records no more are read than fit on a page
    limit = page.size < limit ? page.size + 1 : Math.min(2 * limit, LARGEST_PAGE);
  } while (cursor !== undefined);
}

/** How many records are read first. */
const FIRST_PAGE = 10;

/** Lists records: from where on, undefined from the start, and how many at most. */
type Ask<Record> = (
  place: { cursor: string | undefined; limit: number },
) => Promise<ListPage<Record>>;

/** A table as a file to keep. */
interface Table<Record> {
  /** The file's name. */
  file: string;
  /** The names of its columns. */
  columns: readonly string[];
  /** Lists its records; undefined where it has none. */
  ask: Ask<Record> | undefined;
  /** The values of a record, in the order of the columns. */
  row: (record: Record) => readonly string[];
  /** Maximum number of rows. */
  most?: number;
}

/** The number of characters from which rows are sent. */
const PIECE = 32_000;

/**
 * Sends a table of comma-separated values, whose records are read as the client takes them. RFC 4180
 * @throws what `ask` throws; TooMany with too many downloads in progress
 */
export async function csvAnswer<Record>(
  c: Context<Env>,
  member: Member,
  table: Table<Record>,
): Promise<Response> {
  // Once something is sent, no error can be shown any more
  await table.ask?.({ cursor: undefined, limit: 1 });
  const body = c.get("deps").downloads.open(member, piecesOf(table));
  c.set("streams", true);
  return c.body(body, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${table.file}"`,
    "cache-control": "no-store",
  });
}

async function* piecesOf<Record>(
  { columns, ask, row, most = Infinity }: Table<Record>,
): AsyncGenerator<string, void> {
  let piece = lineOf(columns);
  let rows = 0;
  for await (const records of ask ? pagesOf(ask) : []) {
    for (const record of records.slice(0, most - rows)) {
      piece += lineOf(row(record));
      if (piece.length < PIECE) continue;
      yield piece;
      piece = "";
    }
    rows += records.length;
    if (rows >= most) break;
  }
  yield piece;
}

const lineOf = (values: readonly string[]) => `${values.map(csvCell).join(",")}\r\n`;

/** One value, in quotes. */
export function csvCell(value: string): string {
  return `"${guardFormulas(value).replaceAll('"', '""')}"`;
}
