import type { Config } from "../../../server/config.ts";
import { fileOf } from "../../../server/database/local.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../../server/database/open.ts";
import { Failure } from "../../failure.ts";
import { sizeOf } from "../files/durable.ts";
import { openUnshared } from "../files/target.ts";
import { type Imported, importLines } from "./import_lines.ts";

/** The maximum length of a line in characters. A record has at most a few texts of 100,000 characters. */
const LONGEST_LINE = 8_000_000;

/**
 * Imports a workspace from a file or standard input into the configured database.
 * @param source a file, or `-`
 * @param options.dryRun whether to check the import without changes
 * @throws Failure if a server has the database open, or a line can't be imported
 */
export async function importFile(
  config: Config,
  source: string,
  options: { dryRun: boolean; now: Date },
): Promise<Imported> {
  const input = openInput(source);
  const database = await openTarget(config, options.dryRun);
  try {
    await migrate(database);
    return await importLines(database, linesOf(input), options);
  } finally {
    await database.close();
  }
}

/** Opens the database exclusively, because a running server would wait too long for the one large write. */
export async function openTarget(config: Config, dryRun: boolean): Promise<Database> {
  const file = fileOf(config.databaseUrl);
  if (file === undefined) return await openDatabase(config.databaseUrl, config.databaseToken);
  if (dryRun && sizeOf(file) === 0) return await openDatabase(":memory:");
  return openUnshared(file);
}

function openInput(source: string): ReadableStream<Uint8Array> {
  if (source === "-") return Deno.stdin.readable;
  try {
    return Deno.openSync(source).readable;
  } catch {
    throw new Failure(`${source} can't be read. Check the file name.`);
  }
}

/** @throws Failure for a line longer than in any export, before it fills the memory */
async function* linesOf(input: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  const text = input as ReadableStream<Uint8Array<ArrayBuffer>>;
  for await (const chunk of text.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    yield* lines;
    if (rest.length > LONGEST_LINE) {
      throw new Failure("A line is too long for a Backlog export. Nothing was imported.");
    }
  }
  if (rest !== "") yield rest;
}
