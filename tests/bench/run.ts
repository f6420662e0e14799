import { answerBytes, compareBytes, etagsOf } from "./answers.ts";
import { type Fixture, prepareFile } from "./fixture.ts";
import { median, pairedRatio, summarize } from "./measure.ts";
import { FEW_TASKS, type Options, readOptions, usage } from "./options.ts";
import { manyPeople } from "./people.ts";
import { PEOPLE_CONNECTIONS, peopleRows } from "./people_rows.ts";
import {
  LoadGenerator,
  residentBytes,
  startBare,
  startServer,
  stopEverything,
} from "./processes.ts";
import type { LoadResult } from "./protocol.ts";
import { streamCosts } from "./streams.ts";
import { benchRows, type Row } from "./rows.ts";
import {
  errorsOf,
  type Growth,
  percent,
  printReport,
  type Report,
  type ReportRow,
} from "./report.ts";

/**
 * `deno task bench`: Backlog under load beside its bare limit, in one run on one machine, so that the ratios
 * mean something even where the absolute figures don't.
 */

const COLD_STARTS = 5;

/** Runs a row against several servers in turn, round by round, so that what drifts hits all of them. */
async function inTurn(
  load: LoadGenerator,
  options: Options,
  targets: { port: number; row: Row }[],
): Promise<LoadResult[][]> {
  const results: LoadResult[][] = targets.map(() => []);
  for (let round = 0; round < options.rounds; round++) {
    for (const [n, { port, row }] of targets.entries()) {
      const { connections, expect, requests } = row;
      const { durationMs, warmUpMs } = options;
      results[n]!.push(
        await load.run({ port, connections, durationMs, warmUpMs, expect, requests }),
      );
    }
  }
  return results;
}

async function coldStarts(file: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < COLD_STARTS; n++) {
    const server = await startServer(file);
    times.push(server.coldStartMs);
    await server.stop();
  }
  return median(times);
}

/** The main table: ours beside the bare limit. */
async function mainTable(
  load: LoadGenerator,
  options: Options,
  fixture: Fixture,
): Promise<Report> {
  const coldStartMs = await coldStarts(fixture.file);
  const server = await startServer(fixture.file);
  const bare = await startBare(fixture.file, server.origin);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const idleBytes = await residentBytes(server.pid);
  const rows: ReportRow[] = [];
  for (const row of await chosenRows(options, fixture, server.port)) {
    const compared = row.goal !== null;
    const differs = compared && row.expect === 200
      ? await compareBytes(row, server.port, bare.port)
      : null;
    const targets = [{ port: server.port, row }, ...(compared ? [{ port: bare.port, row }] : [])];
    const [ours, limit] = await inTurn(load, options, targets) as [LoadResult[], LoadResult[]?];
    const share = limit ? pairedRatio(ours, limit) : null;
    rows.push({
      ...{ name: row.name, connections: row.connections, goal: row.goal, within: row.within },
      ours: summarize(ours),
      bare: limit ? summarize(limit) : null,
      share,
      differs,
      growth: null,
    });
    console.error(`${row.name}: ${share === null ? "done" : `${percent(share)} of the limit`}`);
  }
  const loadedBytes = await residentBytes(server.pid);
  await bare.stop();
  await server.stop();
  const streams = "live".includes(options.only ?? "")
    ? await streamCosts(load, options, fixture)
    : null;
  return { tasks: options.tasks, coldStartMs, idleBytes, loadedBytes, rows, streams };
}

type RowsOf = (options: Options, fixture: Fixture, port: number) => Promise<Row[]>;

const chosen = ({ only }: Options) => (row: Row) => !only || row.name.includes(only);

const chosenRows: RowsOf = async (options, fixture, port) =>
  benchRows(fixture, await etagsOf(fixture, port)).filter(chosen(options));

const chosenPeopleRows: RowsOf = (options, fixture) =>
  Promise.resolve(peopleRows(fixture).filter(chosen(options)));

/** How each row fares in a large file beside a small one. */
async function growth(
  load: LoadGenerator,
  options: Options,
  [small, large]: readonly [Fixture, Fixture],
  rowsOf: RowsOf = chosenRows,
): Promise<Map<string, Growth>> {
  const servers = [await startServer(small.file), await startServer(large.file)] as const;
  const found = new Map<string, Growth>();
  const rows = await rowsOf(options, small, servers[0].port);
  const others = await rowsOf(options, large, servers[1].port);
  for (const [n, row] of rows.entries()) {
    const other = others[n]!;
    const [few, many] = await inTurn(load, options, [
      { port: servers[0].port, row },
      { port: servers[1].port, row: other },
    ]) as [LoadResult[], LoadResult[]];
    const answers = row.expect === 200
      ? await answerBytes(other, servers[1].port) / await answerBytes(row, servers[0].port)
      : 1;
    const factor = pairedRatio(few, many);
    found.set(row.name, { factor, answers, small: summarize(few), large: summarize(many) });
    console.error(`${row.name}: costs ${factor.toFixed(2)} times as much`);
  }
  for (const server of servers) await server.stop();
  return found;
}

/** How the pages of people and of settings fare among many people beside a few. */
async function peopleTable(
  load: LoadGenerator,
  options: Options,
  sizes: readonly [Fixture, Fixture],
): Promise<ReportRow[]> {
  const found = await growth(load, options, sizes, chosenPeopleRows);
  return [...found].map(([name, growth]) => ({
    name,
    connections: PEOPLE_CONNECTIONS,
    ...{ goal: null, within: undefined, bare: null, share: null, differs: null },
    ours: growth.small,
    growth,
  }));
}

async function bench(options: Options): Promise<Report> {
  const folder = options.keep ?? await Deno.makeTempDir({ prefix: "backlog-bench-" });
  await Deno.mkdir(folder, { recursive: true });
  const seeded = async (tasks: number) => {
    console.error(`Seeding ${tasks.toLocaleString("en")} tasks…`);
    return await prepareFile(`${folder}/${tasks}.db`, tasks);
  };
  const load = new LoadGenerator();
  try {
    const report: Report = await mainTable(load, options, await seeded(options.tasks));
    if (options.people) {
      console.error("Seeding many people…");
      const many = await prepareFile(`${folder}/people.db`, FEW_TASKS, manyPeople);
      report.rows.push(
        ...await peopleTable(load, options, [await seeded(FEW_TASKS), many]),
      );
      report.people = manyPeople;
    }
    if (options.growth) {
      const [small, large] = options.growth;
      const found = await growth(load, options, [await seeded(small), await seeded(large)]);
      for (const row of report.rows) row.growth ??= found.get(row.name) ?? null;
      report.sizes = options.growth;
    }
    return report;
  } finally {
    await load.close();
    if (!options.keep) await Deno.remove(folder, { recursive: true });
  }
}

function readArguments(): Options {
  try {
    const options = readOptions(Deno.args);
    if (options !== "help") return options;
    console.log(usage);
    Deno.exit(0);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    Deno.exit(2);
  }
}

Deno.addSignalListener("SIGINT", () => {
  stopEverything();
  Deno.exit(130);
});
try {
  const options = readArguments();
  const report = await bench(options);
  printReport(report, options.json);
  const failed = report.rows.some((row) => errorsOf(row) > 0) || report.streams?.errors;
  Deno.exitCode = failed ? 1 : 0;
} catch (error) {
  stopEverything();
  throw error;
}
