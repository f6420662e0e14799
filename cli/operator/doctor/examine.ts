import { type Config, ConfigError, readConfig } from "../../../server/config.ts";
import { DatabaseError } from "../../../server/database/engine.ts";
import { fileOf } from "../../../server/database/local.ts";
import { type Database, openDatabase } from "../../../server/database/open.ts";
import { forOperator } from "../../../server/database/failure_reason.ts";
import { sizeOf } from "../files/durable.ts";
import { examineFile, examineSchema, examineServer } from "./file.ts";
import { type Finding, ok, problem, type Repairable, warning } from "./finding.ts";
import { examineDisk } from "./disk.ts";
import { examineRecords } from "./records.ts";
import { examineSearch } from "./search.ts";
import { examineMail, examineSettings } from "./settings.ts";
import { examineForwarding, examinePublicAddress } from "./public_address.ts";

interface Asked {
  fix: boolean;
  now: Date;
}

/**
 * Runs all checks, without changes unless `fix` is set.
 * @param options.fix whether to repair what needs no guessing: counters and the search index
 * @returns the result of each check, after repairs
 */
export async function examine(
  env: Record<string, string>,
  asked: Asked,
): Promise<Finding[]> {
  const config = configOf(env);
  if (!("port" in config)) return [config];
  const publicAddress = await examinePublicAddress(config);
  return [
    ...examineSettings(env, config, publicAddress.answers),
    publicAddress.finding,
    await examineMail(config),
    ...await examineData(config, asked),
  ];
}

function configOf(env: Record<string, string>): Config | Finding {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return problem(
      "Settings",
      error.message,
      "Correct the setting, and run the command again. Other checks were skipped.",
    );
  }
}

async function examineData(config: Config, asked: Asked): Promise<Finding[]> {
  const file = fileOf(config.databaseUrl);
  if (file !== undefined && sizeOf(file) === 0) {
    return [warning(
      "Database",
      `There is no database at ${file} yet.`,
      "Start the server, or restore a backup. If the server uses another file, set BACKLOG_DATABASE_URL to that file here too.",
    )];
  }
  const place = file === undefined ? [] : examineDisk(file);
  try {
    const database = await openDatabase(config.databaseUrl, config.databaseToken);
    try {
      const opens = ok("Database", file ?? "The libSQL server is reachable.");
      return [...place, opens, ...await examineContents(database, config, asked)];
    } finally {
      await database.close();
    }
  } catch (caught) {
    const error = forOperator(caught);
    const { message } = error as Error;
    // The message of a DatabaseError says what to do
    const next = error instanceof DatabaseError
      ? "Other database checks were skipped."
      : "Check BACKLOG_DATABASE_URL, BACKLOG_DATABASE_TOKEN, and the libSQL server.";
    return [...place, problem("Database", message, next)];
  }
}

async function examineContents(
  database: Database,
  config: Config,
  { fix, now }: Asked,
): Promise<Finding[]> {
  const schema = await examineSchema(database);
  const sound = [schema, ...await examineFile(database)];
  if (sound.some(({ state }) => state !== "ok")) return sound;
  const findings = [
    ...sound,
    ...await examineServer(database, config),
    ...await examineForwarding(database, config),
  ];
  const look = async (): Promise<Repairable[]> => [
    ...await examineRecords(database, now),
    await examineSearch(database),
  ];
  const found = await look();
  const repairable = found.filter((one) => one.repair);
  if (!fix || repairable.length === 0) return [...findings, ...found.map(withoutRepair)];
  for (const { repair } of repairable) await repair!();
  const repaired = new Set(repairable.map(({ check }) => check));
  return [
    ...findings,
    ...(await look()).map(withoutRepair).map((one) => ({
      ...one,
      detail: repaired.has(one.check) && one.state === "ok"
        ? `Repaired. ${one.detail}`
        : one.detail,
    })),
  ];
}

function withoutRepair({ repair: _, ...finding }: Repairable): Finding {
  return finding;
}
