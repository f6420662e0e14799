import { CsvError, parse } from "csv-parse/sync";
import { Failure } from "../../failure.ts";

/** A table: what its columns are called, and its rows. */
export interface Sheet {
  headings: string[];
  rows: string[][];
}

/** Where a row stands, as spreadsheets count: the headings are the first. */
export function placeOf(row: number): string {
  return `Row ${row + 2}`;
}

/**
 * Reads CSV, with commas, semicolons or tabs between its columns, whichever the first line has most of.
 * @throws Failure where it is damaged, or has nothing but headings
 */
export function readSheet(text: string): Sheet {
  const [headings = [], ...rows] = recordsOf(text);
  const named = headings.map((heading) => heading.trim());
  if (named.length < 2) {
    throw new Failure(
      "The file is not CSV: its first line names one column alone. Nothing was imported.",
    );
  }
  if (rows.length === 0) {
    throw new Failure("The file has a line of headings and nothing below. Nothing was imported.");
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
    const why = sentences[error.code] ?? "is not CSV";
    throw new Failure(`Line ${error.lines} ${why}. Nothing was imported.`);
  }
}

const sentences: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "is the last, within a quoted text: the file was cut off",
  CSV_INVALID_CLOSING_QUOTE: "has something behind a closing quote: it is not CSV, or damaged",
  INVALID_OPENING_QUOTE: "has a quote within a text that isn't quoted: it is not CSV, or damaged",
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH:
    "has not as many columns as the first one: the file was cut off, or is not CSV",
};

function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r?\n|\r/, 1);
  const unquoted = first.replace(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((one) => [one, unquoted.split(one).length] as const);
  return counted.reduce((most, one) => one[1] > most[1] ? one : most)[0];
}
