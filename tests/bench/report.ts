import type { Figures } from "./measure.ts";

/** One row's outcome. */
export interface ReportRow {
  name: string;
  connections: number;
  goal: number;
  ours: Figures;
  bare: Figures;
  /** Ours as a share of the bare limit. */
  share: number;
  /** What differs between the two servers' answers; null when nothing does. */
  differs: string | null;
  /** Cost in the large file by cost in the small one. */
  growth: number | null;
}

export interface Report {
  tasks: number;
  coldStartMs: number;
  idleBytes: number;
  loadedBytes: number;
  rows: ReportRow[];
  /** The small and the large file's tasks. */
  sizes?: [small: number, large: number];
}

/** Issue 2, Bench. */
const goals = { coldStartMs: 250, idleBytes: 120e6, growth: 1.5 };

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
  "growth",
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
    ...(report.sizes
      ? [
        `growth      cost at ${report.sizes[1].toLocaleString("en")} tasks by cost at ` +
        `${report.sizes[0].toLocaleString("en")} (goal ${goals.growth})`,
      ]
      : []),
    ...report.rows.flatMap(complaints),
  ].join("\n");
}

function cells({ name, connections, goal, ours, bare, share, growth }: ReportRow): string[] {
  return [
    name,
    String(connections),
    Math.round(ours.perSecond).toLocaleString("en"),
    ours.p50.toFixed(2),
    ours.p95.toFixed(2),
    ours.p99.toFixed(2),
    Math.round(bare.perSecond).toLocaleString("en"),
    bare.p50.toFixed(2),
    percent(share),
    percent(goal),
    growth === null ? "-" : growth.toFixed(2),
    String(ours.errors + bare.errors),
  ];
}

function complaints({ name, goal, ours, bare, share, growth, differs }: ReportRow): string[] {
  const first = ours.firstError ?? bare.firstError;
  return [
    ...(first ? [`! ${name}: ${first}`] : []),
    ...(differs ? [`! ${name}: the answers differ, ${differs}`] : []),
    ...(share < goal ? [`! ${name}: ${percent(share)} of the limit, goal ${percent(goal)}`] : []),
    ...(growth !== null && growth > goals.growth ? [`! ${name}: grows ${growth.toFixed(2)}`] : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
