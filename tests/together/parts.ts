import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fileShareOf } from "../support/share.ts";
import { repository } from "../support/source.ts";

/** Some of the tests, which share one process's copy of the server: loading that takes longer than most tests. */
interface Part {
  /** How the paths of its files begin: `tests/cli/`, `tests/serve_`. */
  beginnings: readonly string[];
  /** Which of how many parts of those files it is, from 1 on. */
  nth: number;
  of: number;
}

/**
 * The test files that a file of this folder runs, each by its path from the repository's root. The file's name says it:
 * `cli_2_of_3_test.ts` runs every third file of `tests/cli`, from the second on, and `serve_test.ts` the files whose names
 * begin with `serve_`; those of `quick` are mixed from what needs neither a browser nor a process.
 * @param testFiles the paths of every test file
 * @throws where the name is no such name
 */
export function filesOf(path: string, testFiles: string[]): string[] {
  const { beginnings, nth, of } = partOf(path);
  const isIts = (file: string) => beginnings.some((beginning) => file.startsWith(beginning));
  return testFiles.filter((file) => !file.startsWith(together) && isIts(file))
    .sort()
    .filter((_, index) => index % of === nth - 1);
}

function partOf(path: string): Part {
  const found = /^(?<name>[a-z]+)(?:_(?<nth>\d+)_of_(?<of>\d+))?_test\.ts$/.exec(basename(path));
  if (!found) throw new Error(`${path} doesn't say which tests it runs.`);
  const { name, nth = 1, of = 1 } = found.groups as { name: string; nth?: string; of?: string };
  const beginnings = (mixed[name] ?? [name]).map((one) => `tests/${one}`);
  return { beginnings, nth: Number(nth), of: Number(of) };
}

/** Parts of several folders, by name: each loads the server once, and takes as long as the next one. */
const mixed: Record<string, readonly string[]> = {
  quick: ["api/", "boundaries_", "domain/", "web/"],
};

const together = "tests/together/";

/** Every test file's path from the repository's root. */
export async function allTestFiles(folder = "tests"): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(join(repository, folder)));
  const found = entries.map(async ({ name, isDirectory }) => {
    if (isDirectory) return await allTestFiles(`${folder}/${name}`);
    return /_test\.tsx?$/.test(name) ? [`${folder}/${name}`] : [];
  });
  return (await Promise.all(found)).flat();
}

/**
 * Returns the test files that run today: a third of the broad ones, and all others.
 * @param turn adds days: 0 is today
 */
export function todays(testFiles: string[], turn = 0): string[] {
  const broad = fileShareOf(testFiles.filter(isBroad).sort(), turn);
  return testFiles.filter((path) => !isBroad(path) || broad.includes(path));
}

/**
 * Returns whether a test file is in a folder of browser tests, command line tests, or gates. These files cover in more
 * cases what the files beside the folders cover, or cover what rarely breaks.
 */
export const isBroad = (path: string) => /^tests\/(?:browser|cli|gates)\/[^/]+\//.test(path);

/** Registers those tests of a part that run today. */
export async function runPart(url: string): Promise<void> {
  for (const path of filesOf(url, todays(await allTestFiles()))) {
    await import(pathToFileURL(join(repository, path)).href);
  }
}
