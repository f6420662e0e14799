import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { builtVersion } from "./built_version.ts";
import { denoFlagsOf } from "./deno_flags.ts";
import { carried, mainModule, stageProgram } from "./stage.ts";
import { targetOf } from "./targets.ts";

/**
 * `deno task pack [--output FILE]` builds `backlog` for machines like this one, without Deno's runtime for compiled
 * programs. The file is a shell script (`stub.sh`), followed by an archive with the running Deno and the files that
 * `deno task compile` would include.
 */

const stubPath = fileURLToPath(new URL("stub.sh", import.meta.url));

/** Packs the program. @returns its version */
async function pack(output: string): Promise<string> {
  const target = targetOf();
  if (Deno.build.os === "windows") throw new Error("Windows has no sh. Use deno task compile.");
  using stage = await stageProgram(target);
  Deno.copyFileSync(Deno.execPath(), join(stage.folder, "deno"));
  Deno.chmodSync(join(stage.folder, "deno"), 0o755);
  const archive = await archived(stage.folder, ["deno", ...carried]);
  const stub = written(readFileSync(stubPath, "utf8"), {
    SUM: createHash("sha256").update(archive).digest("hex"),
    FILES: String(countFiles(stage.folder)),
    MACHINE: machine(),
    ENGINE: target.engine,
    MAIN: mainModule,
    FLAGS: denoFlagsOf("compile").join(" "),
    SERVER_FLAGS: denoFlagsOf("start").join(" "),
  });
  Deno.mkdirSync(dirname(output), { recursive: true });
  const draft = `${output}.partial`;
  Deno.writeFileSync(draft, new TextEncoder().encode(stub), { mode: 0o755 });
  Deno.writeFileSync(draft, archive, { append: true });
  Deno.renameSync(draft, output);
  return stage.version;
}

/** Compresses files of a folder with tar and gzip, which every system has. */
async function archived(folder: string, names: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const tar = new Deno.Command("tar", {
    args: ["-cf", "-", ...names],
    cwd: folder,
    stdout: "piped",
  })
    .spawn();
  const archive = await new Response(tar.stdout.pipeThrough(new CompressionStream("gzip"))).bytes();
  if (!(await tar.status).success) throw new Error("tar couldn't create the archive.");
  return archive;
}

/** Counts the files that the stub checks: modules, and static files two folders deep. */
function countFiles(folder: string): number {
  const inside = (path: string, depth: number): number =>
    readdirSync(path, { withFileTypes: true }).reduce(
      (sum, one) =>
        sum + 1 + (one.isDirectory() && depth > 0 ? inside(join(path, one.name), depth - 1) : 0),
      0,
    );
  const modules = inside(dirname(join(folder, mainModule)), 0);
  return 1 + modules + inside(join(folder, "static"), 2);
}

function machine(): string {
  const { stdout } = new Deno.Command("uname", { args: ["-sm"] }).outputSync();
  return new TextDecoder().decode(stdout).trim();
}

/** Fills in the stub's placeholders and the line where the archive starts. */
function written(stub: string, places: Record<string, string>): string {
  const all = { ...places, LINES: String(stub.split("\n").length) };
  const text = Object.entries(all).reduce((so, [name, is]) => so.replaceAll(`@${name}@`, is), stub);
  const left = /@[A-Z_]+@/.exec(text);
  if (left) throw new Error(`The placeholder ${left[0]} in stub.sh has no value.`);
  return text;
}

const { values } = parseArgs({
  options: { output: { type: "string", short: "o", default: "backlog" } },
});
const output = resolve(values.output);
try {
  const version = await pack(output);
  const says = await builtVersion(output);
  if (says !== version) {
    throw new Error(`The packed program prints the version "${says}" instead of "${version}".`);
  }
  console.log(`${values.output}  ${(Deno.statSync(output).size / 1e6).toFixed(1)} MB  ${says}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}
