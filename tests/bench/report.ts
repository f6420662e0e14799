import type { Figures } from "./measure.ts";
import type { Crowd } from "./people.ts";
import type { StreamCosts } from "./streams.ts";

/** One row's outcome. */
export interface ReportRow {
  name: string;
  connections: number;
  goal: number | null;
  within: number | undefined;
  ours: Figures;
  /** Null where the bare server has no such route. */
  bare: Figures | null;
  /** Ours as a share of the bare limit. */
  share: number | null;
  /** What differs between the two servers' answers; null when nothing does. */
  differs: string | null;
  growth: Growth | null;
}

/** How a row fares in the large file. */
export interface Growth {
  /** Its cost there by its cost in the small file. */
  factor: number;
  /** The size of its answers there by their size in the small file. */
  answers: number;
  small: Figures;
  large: Figures;
}

export interface Report {
  tasks: number;
  coldStartMs: number;
  idleBytes: number;
  loadedBytes: number;
  rows: ReportRow[];
  /** None where they were not asked for. */
  streams: StreamCosts | null;
  /** The small and the large file's tasks. */
  sizes?: [small: number, large: number];
  /** What the file of many people has. */
  people?: Crowd;
}

/** */
const goals = { coldStartMs: 250, idleBytes: 120e6, growth: 1.5, waited: 1.3, streamBytes: 250e6 };

/** Prints the outcome as a table for people or as JSON for programs. */
export function printReport(report: Report, json: boolean): void {
  console.log(json ? JSON.stringify(report, null, 2) : table(report));
}

const columns = [
  "",
  "conns",
  "req/s",
  "p50 ms",
  "p95 ms",
  "p99 ms",
  "bare req/s",
  "bare p50",
  "share",
  "goal",
  "large p50",
  "large p99",
  "growth",
  "answers",
  "errors",
];

function table(report: Report): string {
  const lines = [columns, ...report.rows.map(cells)];
  const widths = columns.map((_, n) => Math.max(...lines.map((line) => line[n]!.length)));
  const aligned = lines.map((line) =>
    line.map((cell, n) => n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!)).join("  ")
  );
  return [
    `${report.tasks.toLocaleString("en")} tasks, synchronous=FULL, answers over real sockets`,
    "",
    ...aligned,
    "",
    `cold start  ${Math.round(report.coldStartMs)} ms (goal ${goals.coldStartMs})`,
    `memory      ${megabytes(report.idleBytes)} idle (goal ${megabytes(goals.idleBytes)}), ` +
    `${megabytes(report.loadedBytes)} after the load`,
    ...(report.streams ? [streamLine(report.streams)] : []),
    ...(report.sizes
      ? [
        `large       ${report.sizes[1].toLocaleString("en")} tasks`,
        `growth      cost there by cost at ${report.sizes[0].toLocaleString("en")} ` +
        `(goal ${goals.growth}, or ${goals.growth} times what the answers grow)`,
      ]
      : []),
    ...(report.people
      ? [
        `people      growth of those rows: cost among ${report.people.people} people, ` +
        `${report.people.teams} teams and ${report.people.labels} labels by cost in the demo`,
      ]
      : []),
    ...report.rows.flatMap(complaints),
  ].join("\n");
}

function streamLine({ streams, waited, worked, bytes }: StreamCosts): string {
  return `live        with ${streams} pages open a change takes ${
    waited.toFixed(2)
  } times as long ` +
    `(goal ${goals.waited}) and ${worked.toFixed(2)} times the work; ` +
    `${megabytes(bytes)} (goal ${megabytes(goals.streamBytes)})`;
}

function cells({ name, connections, goal, ours, bare, share, growth }: ReportRow): string[] {
  return [
    name,
    String(connections),
    Math.round(ours.perSecond).toLocaleString("en"),
    ours.p50.toFixed(2),
    ours.p95.toFixed(2),
    ours.p99.toFixed(2),
    bare ? Math.round(bare.perSecond).toLocaleString("en") : "-",
    bare ? bare.p50.toFixed(2) : "-",
    share === null ? "-" : percent(share),
    goal === null ? "-" : percent(goal),
    growth ? growth.large.p50.toFixed(2) : "-",
    growth ? growth.large.p99.toFixed(2) : "-",
    growth ? growth.factor.toFixed(2) : "-",
    growth ? growth.answers.toFixed(2) : "-",
    String(errorsOf({ ours, bare, growth })),
  ];
}

/** How many requests of a row were answered with anything but what they should be. */
export function errorsOf({ ours, bare, growth }: Pick<ReportRow, "ours" | "bare" | "growth">) {
  return ours.errors + (bare?.errors ?? 0) + (growth?.large.errors ?? 0);
}

function complaints(row: ReportRow): string[] {
  const { name, goal, within, ours, bare, share, growth, differs } = row;
  const first = ours.firstError ?? bare?.firstError ?? growth?.large.firstError;
  const slowest = Math.max(ours.p99, growth?.large.p99 ?? 0);
  const allowed = goals.growth * Math.max(1, growth?.answers ?? 1);
  const said: [boolean, string][] = [
    [Boolean(first), first ?? ""],
    [differs !== null, `the answers differ, ${differs}`],
    [
      share !== null && goal !== null && share < goal,
      `${percent(share ?? 0)} of the limit, goal ${percent(goal ?? 0)}`,
    ],
    [within !== undefined && slowest > within, `${slowest.toFixed(1)} ms, goal ${within} ms`],
    [
      growth !== null && growth.factor > allowed,
      `costs ${growth?.factor.toFixed(2)} times as much, goal ${allowed.toFixed(2)}`,
    ],
  ];
  return said.filter(([holds]) => holds).map(([, what]) => `! ${name}: ${what}`);
}

/** `62 %` */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
