import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import lucide from "@iconify-json/lucide/icons.json" with { type: "json" };
import configuration from "../../deno.json" with { type: "json" };
import { commitHere } from "./commit_here.ts";
import { runDeno } from "./run_deno.ts";
import type { Target } from "./targets.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
/** Of the repository what the program is made of. */
const sources = ["cli", "migrations", "server", "static", "views", "main.ts", "deno.json"];

/** The program as it is carried: a folder that goes when its scope ends. */
export interface Stage extends Disposable {
  folder: string;
  /** What its `--version` says. */
  version: string;
}

/** What of the folder is carried: modules, what pages need, and the database's engine. */
export const carried = ["program", "static", "node_modules"];
/** Where it begins. */
export const mainModule = "program/modules/main.js";

/**
 * Lays out what the program needs and nothing else. Its modules are bundled, but what is loaded late stays apart: that
 * halves a server's start, and a command loads no server. They lie two folders deep, as `server/http` does, so that `static` is
 * found from both.
 * @throws where a package can't be had
 */
export async function stageProgram(target: Target): Promise<Stage> {
  const scratch = Deno.makeTempDirSync({ prefix: "backlog-stage-" });
  const remove = () => Deno.removeSync(scratch, { recursive: true });
  try {
    const [copy, folder] = [join(scratch, "copy"), join(scratch, "stage")];
    const commit = copySources(copy);
    keepIcons(copy);
    const [modules, engine] = [join(folder, "program/modules"), join(folder, "node_modules")];
    const entries = ["main.ts", "cli/operator/groups.ts"];
    const bundle = ["bundle", "--quiet", "--code-splitting", "--outdir", modules, ...entries];
    await Promise.all([
      runDeno(bundle, copy),
      fetchEngine(target, join(scratch, "engine"), engine),
    ]);
    cpSync(join(copy, "static"), join(folder, "static"), {
      recursive: true,
      filter: (path) => !/\.(d\.ts|sh|md)$/.test(path),
    });
    const { version } = configuration;
    const named = commit ? `${version} (${commit})` : version;
    return { folder, version: named, [Symbol.dispose]: remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Copies the sources, in which the commit is written down. @returns the commit, if there is one */
function copySources(copy: string): string {
  for (const name of [...sources, "deno.lock"]) {
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  const commit = commitHere(repository);
  const place = join(copy, "cli/commit.ts");
  const text = readFileSync(place, "utf8");
  const written = text.replace('= ""', `= ${JSON.stringify(commit)}`);
  if (commit && written === text) throw new Error("cli/commit.ts has no place for the commit.");
  Deno.writeTextFileSync(place, written);
  return commit;
}

/** Of the icons' package, a tenth of the bundle, only those that the pages name: they are quoted in one module. */
function keepIcons(copy: string) {
  const module = readFileSync(join(copy, "views/icons.tsx"), "utf8");
  const named = Object.entries(lucide.icons).filter(([name]) => module.includes(`"${name}"`));
  if (named.length < 20) throw new Error("views/icons.tsx no longer names the icons.");
  const kept = { ...lucide, icons: Object.fromEntries(named), aliases: {} };
  Deno.writeTextFileSync(join(copy, "icons.json"), JSON.stringify(kept));
  const imports = { ...configuration.imports, "@iconify-json/lucide/icons.json": "./icons.json" };
  Deno.writeTextFileSync(join(copy, "deno.json"), JSON.stringify({ ...configuration, imports }));
}

/** The engine's package for the target, as the lock file has it, whichever machine this is. */
async function fetchEngine({ engine }: Target, scratch: string, into: string) {
  const version = configuration.imports.libsql.split("@").at(-1)!;
  Deno.mkdirSync(scratch);
  cpSync(join(repository, "deno.lock"), join(scratch, "deno.lock"));
  Deno.writeTextFileSync(
    join(scratch, "package.json"),
    JSON.stringify({ dependencies: { [engine]: version } }),
  );
  await runDeno(["install", "--quiet", "--node-modules-dir=auto", "--lock=deno.lock"], scratch);
  cpSync(Deno.realPathSync(join(scratch, "node_modules", engine)), join(into, engine), {
    recursive: true,
  });
}
