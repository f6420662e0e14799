import { join } from "node:path";
import { mainModule, stageProgram } from "../cli/packing/stage.ts";
import { targetOf } from "../cli/packing/targets.ts";
import { overShare, type Stage, stages, summaryOf, type Taken } from "./together/stages.ts";

/**
 * `deno task ok`, the gate: format, lint, types, and every test, in stages. A stage that fails doesn't end the run, so
 * that one run shows all there is to fix. `TESTS=full`, as `deno task ok:full` sets it, runs wide walks whole.
 */

const lock = "--lock=tests/deno.lock";

/** Runs Deno with these words; what it prints goes where this process's does. @returns whether it went well */
async function deno(words: string, env: Record<string, string> = {}): Promise<boolean> {
  const args = words.split(" ");
  const { success } = await new Deno.Command(Deno.execPath(), { args, env, stdin: "null" }).spawn()
    .status;
  return success;
}

/** Format, lint, and types, one after another. */
async function check(): Promise<boolean> {
  for (
    const words of [
      "fmt --check --quiet",
      "lint --quiet",
      "check --quiet static/js",
      `check --quiet ${lock} main.ts cli server views migrations tests`,
    ]
  ) if (!await deno(words)) return false;
  return true;
}

/** Runs a stage's tests. @returns what failed, in sentences */
async function test(stage: Stage): Promise<string[]> {
  if (!stage.bundles) return await runTests(stage);
  using program = await stageProgram(targetOf());
  return await runTests(stage, { TESTS_PROGRAM: join(program.folder, mainModule) });
}

/** Does the same with these settings. If the runtime hangs, which no test can prevent, the tests run once more. */
async function runTests(stage: Stage, settings: Record<string, string> = {}): Promise<string[]> {
  const { name, jobsPerProcessor } = stage;
  const jobs = Math.ceil(jobsPerProcessor * navigator.hardwareConcurrency);
  const args = `test --quiet --no-check --parallel --allow-all ${lock} tests/together/${name}`;
  for (let runs = 1;; runs++) {
    const folder = Deno.makeTempDirSync({ prefix: "backlog-tests-" });
    const env = { ...settings, DENO_JOBS: String(jobs), TMPDIR: folder };
    const command = new Deno.Command(Deno.execPath(), {
      args: args.split(" "),
      env,
      stdin: "null",
    });
    const child = command.spawn();
    const { hung, success } = await endOf(child);
    // What tests left behind stays there to be found
    if (hung || [...Deno.readDirSync(folder)].length === 0) {
      Deno.removeSync(folder, { recursive: true });
    }
    if (!hung) return success ? [] : [`Tests of the stage ${name} failed.`];
    if (runs === 2) return [`The tests of the stage ${name} hung twice.`];
  }
}

/** Waits until the tests end. If their process does nothing for a minute, ends it and shows what its threads wait for. */
async function endOf(child: Deno.ChildProcess): Promise<{ hung: boolean; success: boolean }> {
  let hung = false;
  let before = 0;
  const timer = setInterval(() => {
    const now = processorTime(`/proc/${child.pid}/stat`, 13, 15);
    hung = now > 0 && now - before < IDLE_SECONDS;
    if (hung) {
      console.error(`The tests did nothing for a minute. Their threads:\n${threadsOf(child.pid)}`);
      child.kill("SIGKILL");
    }
    before = now;
  }, 60_000);
  const { success } = await child.status;
  clearInterval(timer);
  return { hung, success };
}
/** The most processor time that tests without work take in a minute, in seconds. */
const IDLE_SECONDS = 0.3;

/** Returns the name of each thread of a process and the place in the kernel where it waits. */
function threadsOf(pid: number): string {
  const folder = `/proc/${pid}/task`;
  const read = (thread: string, file: string) =>
    Deno.readTextFileSync(join(folder, thread, file)).trim();
  return Array.from(
    Deno.readDirSync(folder),
    ({ name }) => `${read(name, "comm")}: ${read(name, "wchan")}`,
  )
    .join("\n");
}

/**
 * Returns the sum of times in a file of the kernel, in seconds; 0 where it isn't Linux.
 * @param from the first word that is such a time, counted from 0
 * @param to the word after the last one
 */
function processorTime(file: string, from: number, to: number): number {
  try {
    const words = Deno.readTextFileSync(file).split(/\s+/).slice(from, to);
    return words.reduce((sum, word) => sum + Number(word), 0) / TICKS;
  } catch {
    return 0;
  }
}
/** Returns the processor time that the machine has spent since it started. */
const machineTime = () => processorTime("/proc/stat", 1, 4);
/** The kernel counts time in these parts of a second. */
const TICKS = 100;

const taken: Taken[] = [];
const failed: string[] = [];
for (const stage of stages) {
  const [start, before] = [performance.now(), machineTime()];
  // The first stage leaves room for the checks, which mostly use one processor
  const first = stage === stages[0];
  const [checked, ...failures] = await Promise.all([first ? check() : true, test(stage)]);
  if (!checked) failed.push("Format, lint, or types failed.");
  failed.push(...failures.flat());
  const clock = (performance.now() - start) / 1000;
  taken.push({ stage, clock, processor: machineTime() - before });
}
failed.push(...overShare(taken));
console.log(`\n${[summaryOf(taken), ...failed].join("\n")}`);
Deno.exit(failed.length > 0 ? 1 : 0);
