import process from "node:process";
import type { LogLine } from "./env.ts";

/** Up to how many seconds an answer may take to be counted in each bucket. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What is counted of the responses of an interface. */
interface Answers {
  /** By method and status. */
  byKind: Map<string, number>;
  /** How many took at most so long, and, in the last place, any time. */
  within: number[];
  seconds: number;
}

/** A measure as it stands in the text. */
export interface Measure {
  name: string;
  kind: "counter" | "gauge";
  help: string;
  value: number;
}

/** What this process has done, in memory, for a program that asks now and then: who counts nothing pays nothing. */
export class Metrics {
  #interfaces = new Map<string, Answers>();

  /** Counts one answer. */
  count({ method, path, status, ms }: LogLine): void {
    const source = getInterface(path);
    let answers = this.#interfaces.get(source);
    if (!answers) {
      answers = { byKind: new Map(), within: Array(BUCKETS.length + 1).fill(0), seconds: 0 };
      this.#interfaces.set(source, answers);
    }
    const kind = `method="${methodOf(method)}",status="${status}"`;
    answers.byKind.set(kind, (answers.byKind.get(kind) ?? 0) + 1);
    const at = BUCKETS.findIndex((most) => ms <= most * 1000);
    answers.within[at < 0 ? BUCKETS.length : at]! += 1;
    answers.seconds += ms / 1000;
  }

  /**
   * All of it, in the text format of Prometheus. https://prometheus.io/docs/instrumenting/exposition_formats/
   * @param more what others know, besides what is counted here
   */
  text(version: string, more: readonly Measure[]): string {
    return [
      "# HELP backlog_build_info The version that runs.",
      "# TYPE backlog_build_info gauge",
      `backlog_build_info{version="${version}"} 1`,
      ...[...more, ...ofProcess()].flatMap(({ name, kind, help, value }) => [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} ${kind}`,
        `${name} ${value}`,
      ]),
      ...this.#requests(),
      "",
    ].join("\n");
  }

  #requests(): string[] {
    const lines: string[] = [];
    lines.push("# HELP backlog_http_requests_total Responses by interface, method and status.");
    lines.push("# TYPE backlog_http_requests_total counter");
    for (const [source, { byKind }] of this.#interfaces) {
      for (const [kind, n] of byKind) {
        lines.push(`backlog_http_requests_total{interface="${source}",${kind}} ${n}`);
      }
    }
    const name = "backlog_http_request_duration_seconds";
    lines.push(
      `# HELP ${name} How long answers took until they began.`,
      `# TYPE ${name} histogram`,
    );
    for (const [source, { within, seconds }] of this.#interfaces) {
      let sum = 0;
      for (const [at, n] of within.entries()) {
        sum += n;
        lines.push(`${name}_bucket{interface="${source}",le="${BUCKETS[at] ?? "+Inf"}"} ${sum}`);
      }
      lines.push(`${name}_sum{interface="${source}"} ${seconds.toFixed(4)}`);
      lines.push(`${name}_count{interface="${source}"} ${sum}`);
    }
    return lines;
  }
}

/** Few values, whatever is asked for: each costs whoever keeps them. */
function getInterface(path: string): string {
  if (path.startsWith("/api/v1/")) return "api";
  if (path.startsWith("/assets/")) return "assets";
  return path === "/health" || path === "/metrics" ? "operator" : "pages";
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

function methodOf(method: string): string {
  return METHODS.has(method) ? method : "other";
}

function ofProcess(): Measure[] {
  const { user, system } = process.cpuUsage();
  return [
    {
      name: "process_cpu_seconds_total",
      kind: "counter",
      help: "Time of the processor, its own and the system's.",
      value: (user + system) / 1e6,
    },
    {
      name: "process_resident_memory_bytes",
      kind: "gauge",
      help: "Memory that is in use.",
      value: Deno.memoryUsage().rss,
    },
    {
      name: "process_start_time_seconds",
      kind: "gauge",
      help: "When the process began, since the epoch.",
      value: Math.round(performance.timeOrigin) / 1000,
    },
  ];
}
