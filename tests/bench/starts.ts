import project from "../../deno.json" with { type: "json" };
import { temporaryFolder } from "../support/folder.ts";
import { denoFlagsOf } from "../support/server.ts";
import { repository } from "../support/source.ts";
import { median } from "./measure.ts";
import { startServer } from "./processes.ts";
import { workedMs } from "./streams.ts";

/**
 * `deno task bench:starts [TIMES]`: how large the packed program is, and how long it takes to start, beside the same
 * from its sources and the unpacked program without the shell before it. Fails beyond 60 MB, where the packed one starts
 * 50 ms later than the unpacked one, or where help from its sources takes 2.4 times as much of the processor as a script
 * that does nothing, `status` 3.6 times.
 */

const MOST_BYTES = 60e6;
const MOST_LATER_MS = 50;
/** How many times as much of the processor as an empty script a command takes from its sources. */
const MOST_TIMES: Record<string, number> = { "--help": 2.4, status: 3.6 };

const [times = 15] = Deno.args.map(Number);
if (!(times > 0)) throw new Error("bench:starts takes a number above 0.");

await using folder = await temporaryFolder();
const [packed, cache] = [folder.file("backlog"), folder.file("cache")];
Deno.env.set("XDG_CACHE_HOME", cache);
await run(["deno", "task", "--quiet", "pack", "--output", packed]);

/** Milliseconds by the clock, and of the processor, its own and the system's. */
interface Cost {
  waited: number;
  worked: number;
}

const first = await costOf([packed, "--version"]);
const [sum] = [...Deno.readDirSync(`${cache}/backlog`)].map(({ name }) => name);
const unpacked = `${cache}/backlog/${sum}`;
const plain = ["--quiet", "--no-config", "--no-lock", "--cached-only", "--no-prompt", "--no-check"];
const ways: Record<string, string[]> = {
  packed: [packed],
  unpacked: [
    ...[`${unpacked}/deno`, "run", ...plain, "--node-modules-dir=manual"],
    ...[...denoFlagsOf("compile"), `${unpacked}/program/modules/main.js`],
  ],
  sources: [Deno.execPath(), "run", "--quiet", ...denoFlagsOf("compile"), "main.ts"],
};
const words = [["--version"], ["--help"], ["status"]];
await Deno.writeTextFile(folder.file("empty.ts"), "");
const empty = [...ways.sources!.slice(0, -1), folder.file("empty.ts")];
const costs = new Map<string, Cost[]>();
for (let n = 0; n < times; n++) {
  costs.set("empty", [...costs.get("empty") ?? [], await costOf(empty)]);
  for (const command of words) {
    for (const [way, program] of Object.entries(ways)) {
      const name = `${command.join(" ")}, ${way}`;
      costs.set(name, [...costs.get(name) ?? [], await costOf([...program, ...command])]);
    }
  }
  for (const program of [packed, undefined]) {
    const name = `serve, ${program ? "packed" : "sources"}`;
    const server = await startServer(folder.file("bench.db"), program);
    const cost = { waited: server.coldStartMs, worked: await workedMs(server.pid) };
    await server.stop();
    costs.set(name, [...costs.get(name) ?? [], cost]);
  }
}

const { size } = Deno.statSync(packed);
const load = Deno.loadavg()[0]!.toFixed(1);
console.log(`Backlog ${project.version}, ${times} times, load ${load}\n`);
console.log(`size         ${(size / 1e6).toFixed(1)} MB (goal ${MOST_BYTES / 1e6} MB)`);
console.log(`first start  ${said(first)}, with the unpacking\n`);
for (const [name, all] of costs) console.log(`${name.padEnd(22)}${said(middle(all))}`);
const later = median(
  costs.get("--version, packed")!.map(({ waited }, at) =>
    waited - costs.get("--version, unpacked")![at]!.waited
  ),
);
console.log(`\nlater        ${later.toFixed(0)} ms (goal ${MOST_LATER_MS} ms)`);
if (size > MOST_BYTES || later > MOST_LATER_MS) Deno.exitCode = 1;
for (const [command, most] of Object.entries(MOST_TIMES)) {
  const ratio = median(
    costs.get(`${command}, sources`)!.map(({ worked }, at) =>
      worked / costs.get("empty")![at]!.worked
    ),
  );
  console.log(`${command.padEnd(13)}${ratio.toFixed(1)} times an empty script (goal ${most})`);
  if (ratio > most) Deno.exitCode = 1;
}

async function run(command: string[]): Promise<string> {
  const [program, ...args] = command as [string, ...string[]];
  const { success, stdout } = await new Deno.Command(program, {
    args,
    cwd: repository,
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`${command.join(" ")} failed.`);
  return new TextDecoder().decode(stdout);
}

/** The shell tells what its children took of the processor: `0m0.036s 0m0.018s`. */
async function costOf(command: string[]): Promise<Cost> {
  const begun = performance.now();
  const said = await run(["sh", "-c", '"$@" >/dev/null; times', "sh", ...command]);
  const waited = performance.now() - begun;
  const children = [...said.trim().split("\n").at(-1)!.matchAll(/(\d+)m([\d.]+)s/g)];
  const worked = children.reduce((all, [, m, s]) => all + Number(m) * 60_000 + Number(s) * 1000, 0);
  return { waited, worked };
}

function middle(all: Cost[]): Cost {
  return {
    waited: median(all.map(({ waited }) => waited)),
    worked: median(all.map(({ worked }) => worked)),
  };
}

function said({ waited, worked }: Cost): string {
  return `${waited.toFixed(0).padStart(5)} ms, ${
    worked.toFixed(0).padStart(4)
  } ms of the processor`;
}
