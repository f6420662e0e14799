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

async function test({ name, jobsPerProcessor, bundles }: Stage): Promise<boolean> {
  const env = { DENO_JOBS: String(Math.ceil(jobsPerProcessor * navigator.hardwareConcurrency)) };
  const words = `test --quiet --no-check --parallel --allow-all ${lock} tests/together/${name}`;
  if (!bundles) return await deno(words, env);
  using program = await stageProgram(targetOf());
  return await deno(words, { ...env, TESTS_PROGRAM: join(program.folder, mainModule) });
}

/** Returns the processor time in seconds that the machine has spent since it started; 0 where it isn't Linux. */
function processorTime(): number {
  try {
    const [, user, nice, system] = Deno.readTextFileSync("/proc/stat").split(/\s+/);
    return (Number(user) + Number(nice) + Number(system)) / TICKS;
  } catch {
    return 0;
  }
}
/** The kernel counts time in these parts of a second. */
const TICKS = 100;

const taken: Taken[] = [];
const failed: string[] = [];
for (const stage of stages) {
  const [start, before] = [performance.now(), processorTime()];
  // The first stage leaves room for the checks, which mostly use one processor
  const first = stage === stages[0];
  const [checked, passed] = await Promise.all([first ? check() : true, test(stage)]);
  if (!checked) failed.push("Format, lint, or types failed.");
  if (!passed) failed.push(`Tests of the stage ${stage.name} failed.`);
  const clock = (performance.now() - start) / 1000;
  taken.push({ stage, clock, processor: processorTime() - before });
}
failed.push(...overShare(taken));
console.log(`\n${[summaryOf(taken), ...failed].join("\n")}`);
Deno.exit(failed.length > 0 ? 1 : 0);
