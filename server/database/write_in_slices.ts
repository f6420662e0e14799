import type { RawBuilder } from "kysely";
import type { Database } from "./open.ts";

/** The number of rows per write, so that other writes don't wait long. */
const SLICE = 500;

/**
 * Repeats a write until it changes fewer rows than it can.
 * @param statement returns the SQL of a write that changes at most this number of rows and returns them
 */
export async function writeInSlices(
  database: Database,
  statement: (most: number) => RawBuilder<unknown>,
): Promise<void> {
  let changed = SLICE;
  while (changed === SLICE) {
    const { rows } = await database.write((tx) => statement(SLICE).execute(tx));
    changed = rows.length;
  }
}
