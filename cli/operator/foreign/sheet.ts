import { CsvError, parse } from "csv-parse/sync";
import { Failure } from "../../failure.ts";

/** A table with headings and rows. */
export interface Sheet {
  headings: string[];
  rows: string[][];
}

/** Returns a row's number as in spreadsheets, where headings are row 1. */
export function placeOf(row: number): string {
  return `Row ${row + 2}`;
}

/**
 * Reads CSV with the most frequent delimiter of the first line: comma, semicolon, or tab.
 * @throws Failure if it is damaged, or has only headings
 */
export function readSheet(text: string): Sheet {
  const [headings = [], ...rows] = recordsOf(text);
  const named = headings.map((heading) => heading.trim());
  if (named.length < 2) {
    throw new Failure(
      "The file isn't CSV. Its first line has only one column. Nothing was imported.",
    );
  }
  if (rows.length === 0) {
    throw new Failure("The file has only a header row. Nothing was imported.");
  }
  return { headings: named, rows };
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why = sentences[error.code] ?? "isn't CSV";
    throw new Failure(`Line ${error.lines} ${why}. Nothing was imported.`);
  }
}

const sentences: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "ends inside quoted text: the file is incomplete",
  CSV_INVALID_CLOSING_QUOTE: "has text after a closing quote: it isn't CSV, or it's damaged",
  INVALID_OPENING_QUOTE: "has a quote inside unquoted text: it isn't CSV, or it's damaged",
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH:
    "has a different number of columns than the first line: the file is incomplete, or isn't CSV",
};

function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r?\n|\r/, 1);
  const unquoted = first.replace(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((one) => [one, unquoted.split(one).length] as const);
  return counted.reduce((most, one) => one[1] > most[1] ? one : most)[0];
}
