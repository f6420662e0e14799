import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import { Unauthenticated } from "../domain/core/errors.ts";
import { parseJson } from "../domain/core/json.ts";
import type { ListPage } from "../domain/core/page.ts";
import { LARGEST_PAGE } from "../domain/core/page_size.ts";
import { authenticate } from "../domain/sessions/authenticate.ts";
import { guardFormulas } from "../domain/text/formulas.ts";
import type { Env } from "../http/env.ts";
import { readSessionCookie } from "../http/session_cookie.ts";

/**
 * Returns the records of a list, page by page. Reads a page when the previous one is used up.
 * @param again reads the member for each page, in a turn
 */
async function* pagesOf<Record>(
  ask: Ask<Record>,
  again: Again,
): AsyncGenerator<Record[], void> {
  let cursor: string | undefined;
  do {
    const place = { cursor, limit: LARGEST_PAGE };
    const { records, nextCursor } = await again((member) => parsedPage(ask(member, place)));
    yield records;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Returns a page without its text, which a slow download would hold. */
async function parsedPage<Record>(page: Promise<ListPage<Record>>) {
  const { records, nextCursor } = await page;
  return { records: parseJson(records), nextCursor };
}

/** Reads a page of a list for a member: the cursor, undefined for the start, and the maximum number. */
type Ask<Record> = (
  member: Member,
  place: { cursor: string | undefined; limit: number },
) => Promise<ListPage<Record>>;

/** Does work for the member, who might have lost their access. */
type Again = <T>(work: (member: Member) => Promise<T>) => Promise<T>;

/** A table to download. */
interface Table<Record> {
  /** The file's name. */
  file: string;
  /** The column names. */
  columns: readonly string[];
  /** Reads a page of its records; undefined if there are none. */
  ask: Ask<Record> | undefined;
  /** Returns a record's values, in the order of the columns. */
  row: (record: Record) => readonly string[];
  /** Maximum number of rows. */
  most?: number;
}

/** The number of characters from which rows are sent. */
const PIECE = 32_000;

/**
 * Returns a CSV file as a download, whose records are read as the client takes them. It ends early if the member's
 * session or access ends. RFC 4180
 * @throws errors of `ask`; TooMany with too many downloads in progress
 */
export async function csvAnswer<Record>(
  c: Context<Env>,
  member: Member,
  table: Table<Record>,
): Promise<Response> {
  // Errors are sent before the first byte
  await table.ask?.(member, { cursor: undefined, limit: 1 });
  const { turns, downloads } = c.get("deps");
  const pieces = piecesOf(
    table,
    (work) => turns.during(member.userId, async () => work(await readAgain(c, member))),
  );
  const body = downloads.open(member, pieces);
  c.set("streams", true);
  return c.body(body, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${table.file}"`,
    "cache-control": "no-store",
  });
}

/** Rereads a member, because their role and teams might have changed. @throws Unauthenticated if they lost access */
async function readAgain(c: Context<Env>, { workspace }: Member): Promise<Member> {
  const value = readSessionCookie(c) ?? "";
  const token = { value, kind: "cookie", unnoticed: true } as const;
  const { member } = await authenticate(c.get("deps"), token, "web", workspace.id);
  if (!member) throw new Unauthenticated();
  return member;
}

async function* piecesOf<Record>(
  { columns, ask, row, most = Infinity }: Table<Record>,
  again: Again,
): AsyncGenerator<string, void> {
  let piece = lineOf(columns);
  let rows = 0;
  for await (const records of ask ? pagesOf(ask, again) : []) {
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

/** Returns a value in quotes. */
export function csvCell(value: string): string {
  return `"${guardFormulas(value).replaceAll('"', '""')}"`;
}
