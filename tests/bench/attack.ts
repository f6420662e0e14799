import { compare, taskIds } from "../support/durability/compare.ts";
import { pause } from "../support/outages/steady.ts";
import { temporaryFolder } from "../support/folder.ts";
import { startServer } from "../support/server.ts";
import { loads, type Statuses, storeHeavyRecords } from "./attack_load.ts";
import { type Duration, findLostComments, signUpPeople, workNormally } from "./attack_people.ts";
import { listen, workedMs } from "./streams.ts";

/**
 * `deno task bench:attack [--seconds N] [--only TEXT]`: three accounts put the heaviest known loads on a server with its
 * default settings while another person works. Fails where that person's requests take too long, the server takes too
 * much memory, or a confirmed write is lost. On a busy machine, compare the time of the server's processor instead.
 */

const GOAL_MS = 500;
const GOAL_BYTES = 400_000_000;

function option(name: string): string | undefined {
  const at = Deno.args.indexOf(name);
  return at < 0 ? undefined : Deno.args[at + 1];
}

const seconds = Number(option("--seconds") ?? 300);
if (!(seconds > 0)) throw new Error("--seconds takes a number above 0.");
const wanted = loads.filter(({ name }) => name.includes(option("--only") ?? ""));

await using folder = await temporaryFolder();
const file = folder.file("backlog.db");
// An empty setting leaves the default
const settings = { BACKLOG_DATABASE_URL: `file:${file}`, BACKLOG_RATE_LIMIT: "" };
const server = await startServer(settings);
const { url, pid } = server;
const [bystander, ...members] = await signUpPeople(server, file, ["Ada", "Ben", "Cy", "Di"]);
console.log("Storing heavy records …");
const attackers = await Promise.all(members.map((member) => storeHeavyRecords(url, member)));
console.log(`Stored. Memory: ${inMegabytes(await mostBytes())}.`);
// The records were written within the limit of a minute
await pause(60_000);

let heard = 0;
const port = Number(new URL(url).port);
const closeStream = await listen(port, bystander!.cookie, (text) => {
  heard += text.split('\ndata: {"seq"').length - 1;
});
const [workedBefore, begun] = [await workedMs(pid), performance.now()];
const until = begun + seconds * 1_000;
const statuses = new Map<string, Statuses>(wanted.map(({ name }) => [name, new Map()]));
const working = workNormally(server, bystander!, until);
await Promise.all(
  wanted.flatMap(({ name, run }) =>
    attackers.map((attacker) => run(url, attacker, until, statuses.get(name)!))
  ),
);
const work = await working;
const worked = (await workedMs(pid) - workedBefore) / (performance.now() - begun);
closeStream();
const bytes = await mostBytes();
// What the attackers hold has to end first
await pause(1_000);
const tasks = compare(work.tasks, await taskIds(url, bystander!));
const lost = [...tasks.lost, ...await findLostComments(url, bystander!, work)];
const code = await server.stop();

const all = [...work.durations.values()].flat();
for (const [kind, durations] of work.durations) console.log(durationLine(kind, durations));
console.log(durationLine("all of the bystander's requests", all));
for (const [name, counts] of statuses) {
  const told = [...counts].map(([status, n]) => status ? `${n} × ${status}` : `${n} connections`);
  console.log(`  ${name.padEnd(34)} ${told.join(", ")}`);
}
const refused = [...work.refused].map(([status, n]) => `${n} × ${status}`).join(", ") || "none";
console.log(`  refused requests of the bystander: ${refused}; live news: ${heard}`);
console.log(`  the server's processor: ${Math.round(worked * 100)}% of one`);
console.log(`  memory, at most: ${inMegabytes(bytes)}`);
const comments = [...work.comments.values()].flat().length;
console.log(`  confirmed ${work.tasks.length} tasks and ${comments} comments, lost ${lost.length}`);
console.log(
  `Goals: ${GOAL_MS} ms at the 99th percentile, ${inMegabytes(GOAL_BYTES)}, nothing lost.`,
);
const isGood = code === 0 && percentile(all.map(({ waited }) => waited), 0.99) <= GOAL_MS &&
  bytes <= GOAL_BYTES &&
  lost.length === 0 && work.refused.size === 0 && heard > 0;
Deno.exitCode = isGood ? 0 : 1;

function durationLine(kind: string, durations: readonly Duration[]): string {
  const [waited, worked] = (["waited", "worked"] as const).map((name) =>
    [0.5, 0.99, 1].map((share) => percentile(durations.map((one) => one[name]), share).toFixed(0))
  );
  return `  ${kind.padEnd(34)} ${String(durations.length).padStart(5)} requests, ` +
    `p50/p99/most ${waited!.join("/")} ms, of the server's processor ${worked!.join("/")} ms`;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Returns the most memory that the server's process has had. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function mostBytes(): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
