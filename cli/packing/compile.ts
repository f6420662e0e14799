import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { builtVersion } from "./built_version.ts";
import { denoFlagsOf } from "./deno_flags.ts";
import { DenoFailed, runDeno } from "./run_deno.ts";
import { carried, mainModule, stageProgram } from "./stage.ts";
import { type Target, targetOf, targets } from "./targets.ts";

/**
 * `deno task compile [--target TRIPLE] [--output FILE]` builds `backlog` for one kind of machine.
 * `deno task compile:all [--output FOLDER]` builds it for each kind, in `dist`.
 */

/** A build that failed, with a message that says what to do. */
class CompileFailed extends Error {}

/** Compiles the program for a machine, and runs it if it is for this kind of machine. */
async function compile(target: Target, output: string, env: Record<string, string>) {
  using stage = await stageProgram(target);
  Deno.mkdirSync(dirname(output), { recursive: true });
  const words = ["--quiet", "--no-config", "--no-lock", "--no-check", "--no-prompt"];
  const includes = carried.flatMap((name) => ["--include", name]);
  const place = ["--node-modules-dir=manual", "--target", target.triple, "--output", output];
  try {
    await runDeno(
      ["compile", ...words, ...denoFlagsOf("compile"), ...includes, ...place, mainModule],
      stage.folder,
      env,
    );
  } catch (error) {
    if (error instanceof DenoFailed) throw new CompileFailed(whyNot(error.message, target));
    throw error;
  }
  if (target.triple !== Deno.build.target) return "";
  const says = await builtVersion(output);
  if (says === stage.version) return says;
  Deno.removeSync(output);
  throw new CompileFailed(
    "The built program isn't Backlog" + (says ? `. It prints "${says.split("\n")[0]}". ` : ". ") +
      "If DENORT_BIN is set, unset it and build again.",
  );
}

function whyNot(said: string, { triple }: Target): string {
  if (!/dns error|sending request|connect|download|denort/i.test(said)) return said;
  return `Deno's runtime for compiled programs (denort ${Deno.version.deno}, ${triple}) can't be ` +
    "downloaded. If you have this file, run " +
    `DENORT_BIN=/path/to/denort deno task compile --target ${triple}. ` +
    'For this machine, "deno task pack" builds a single file and doesn\'t need denort.';
}

async function main() {
  const { values } = parseArgs({
    args: Deno.args.filter((word) => !/^--(allow|v8)-/.test(word)),
    options: {
      all: { type: "boolean" },
      target: { type: "string" },
      output: { type: "string", short: "o" },
    },
  });
  const env = Deno.env.toObject();
  // A runtime fits only one kind of machine
  if (values.all) delete env.DENORT_BIN;
  if (env.DENORT_BIN && /^deno /.test(await builtVersion(env.DENORT_BIN))) {
    throw new CompileFailed(
      "Set DENORT_BIN to denort, Deno's runtime for compiled programs, instead of Deno itself.",
    );
  }
  const folder = values.output ?? "dist";
  const jobs: [Target, string][] = values.all
    ? targets.map((target) => [target, `${folder}/${target.name}`])
    : [named(targetOf(values.target), values.output ?? "backlog")];
  for (const [target, output] of jobs) {
    const says = await compile(target, resolve(output), env);
    const { size } = Deno.statSync(output);
    console.log(
      `${output}  ${(size / 1e6).toFixed(1)} MB  ${
        says || `${target.triple}, not tested on this machine`
      }`,
    );
  }
}

/** Adds the suffix that Windows needs. */
function named(target: Target, output: string): [Target, string] {
  const ends = !target.name.endsWith(".exe") || output.endsWith(".exe");
  return [target, ends ? output : `${output}.exe`];
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
