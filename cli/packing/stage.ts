import { cpSync, existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import lucide from "@iconify-json/lucide/icons.json" with { type: "json" };
import configuration from "../../deno.json" with { type: "json" };
import { commitHere, gitLines } from "./commit_here.ts";
import { runDeno } from "./run_deno.ts";
import type { Target } from "./targets.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
/** The parts of the repository that the program needs. */
const sources = ["cli", "migrations", "server", "static", "views", "main.ts", "deno.json"];

/** The program's files, in a folder that is deleted when its scope ends. */
export interface Stage extends Disposable {
  folder: string;
  /** The output of its `--version`. */
  version: string;
}

/** The parts of the folder to include: modules, static files, the database engine, and the changelog. */
export const carried = ["program", "static", "node_modules", "CHANGELOG.md"];
/** The main module. */
export const mainModule = "program/modules/main.js";

/**
 * Collects the program's files. Modules are bundled, except those loaded later: this halves a server's start, and
 * commands load no server. Modules are two folders deep, like `server/http`, so that both find `static`.
 * @throws if a package can't be downloaded
 */
export async function stageProgram(target: Target): Promise<Stage> {
  const scratch = Deno.makeTempDirSync({ prefix: "backlog-stage-" });
  const remove = () => Deno.removeSync(scratch, { recursive: true });
  try {
    const [copy, folder] = [join(scratch, "copy"), join(scratch, "stage")];
    const commit = copySources(copy);
    keepIcons(copy);
    const [modules, engine] = [join(folder, "program/modules"), join(folder, "node_modules")];
    const entries = ["main.ts", ...operatorModules(copy), "server/app.ts"];
    const bundle = ["bundle", "--quiet", "--code-splitting", "--outdir", modules, ...entries];
    await Promise.all([
      runDeno(bundle, copy),
      fetchEngine(target, join(scratch, "engine"), engine),
    ]);
    cpSync(join(copy, "static"), join(folder, "static"), {
      recursive: true,
      filter: (path) => !/\.d\.ts$|DECISIONS\.md$/.test(path),
    });
    cpSync(join(repository, "CHANGELOG.md"), join(folder, "CHANGELOG.md"));
    dateTexts(folder);
    const { version } = configuration;
    const named = commit ? `${version} (${commit})` : version;
    return { folder, version: named, [Symbol.dispose]: remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Lists the modules that `importOperator` imports. */
function operatorModules(copy: string): string[] {
  const commands = [...Deno.readDirSync(join(copy, "cli/operator/commands"))];
  return ["own_docs.ts", ...commands.map(({ name }) => `commands/${name}`)]
    .map((path) => `cli/operator/${path}`);
}

/** Copies the sources and writes the commit into them. @returns the commit, if there is one */
function copySources(copy: string): string {
  for (const name of [...sources, "deno.lock"]) {
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  const commit = commitHere(repository);
  const place = join(copy, "cli/commit.ts");
  const text = readFileSync(place, "utf8");
  const written = text.replace('= ""', `= ${JSON.stringify(commit)}`);
  if (commit && written === text) {
    throw new Error("cli/commit.ts has no placeholder for the commit.");
  }
  Deno.writeTextFileSync(place, written);
  return commit;
}

/** Dates docs, pages of the site, and the changelog by their last commits, because pages show the dates of files. */
function dateTexts(folder: string) {
  const texts = ["static/docs", "static/site", "CHANGELOG.md"];
  const args = ["log", "--format=@%ct", "--name-only", "--relative", "--", ...texts];
  let at = 0;
  const dated = new Set<string>();
  for (const line of gitLines(args, repository)) {
    if (line.startsWith("@")) at = Number(line.slice(1));
    else if (!dated.has(line) && existsSync(join(folder, line))) {
      dated.add(line);
      utimesSync(join(folder, line), at, at);
    }
  }
}

/** Removes unused icons, which would be a tenth of the bundle. One module has the names of all used icons. */
function keepIcons(copy: string) {
  const module = readFileSync(join(copy, "views/icons.tsx"), "utf8");
  const named = Object.entries(lucide.icons).filter(([name]) => module.includes(`"${name}"`));
  if (named.length < 20) throw new Error("views/icons.tsx doesn't list the icon names.");
  const kept = { ...lucide, icons: Object.fromEntries(named), aliases: {} };
  Deno.writeTextFileSync(join(copy, "icons.json"), JSON.stringify(kept));
  const imports = { ...configuration.imports, "@iconify-json/lucide/icons.json": "./icons.json" };
  Deno.writeTextFileSync(join(copy, "deno.json"), JSON.stringify({ ...configuration, imports }));
}

/** Downloads the target's engine package in the locked version. */
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
