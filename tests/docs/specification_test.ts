import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { hash } from "node:crypto";
import { assertNone } from "../support/missing.ts";
import { readSources } from "../support/source.ts";

/**
 * Hashes of all runs of eight words in the specification, sorted. The specification isn't in the repository. To create
 * the file again, run this test with `SPECIFICATION` set to the specification's path.
 */
const file = new URL("./specification.hashes", import.meta.url);

/** Words in a run. */
const length = 8;

/** Bytes of a hash. Another run has one of the 17,000 hashes with a probability below one in a billion. */
const bytes = 6;

/** Repeated runs that can't be rephrased, with their reasons. */
const exceptions: Readonly<Record<string, string>> = {
  "workspace settings task templates new new task template": "an address and its page's title",
  "workspace settings project templates new new project template":
    "an address and its page's title",
};

Deno.test("the product repeats no eight words of the specification", async () => {
  const path = Deno.env.get("SPECIFICATION");
  if (path) await Deno.writeFile(file, hashesOf(await Deno.readTextFile(path)));
  const known = await readHashes();
  assert.ok(known.size > 10_000, `${known.size} hashes`);
  const sources = await readSources([".md", ".ts", ".tsx", ".js", ".sh", ".css", ".json"]);
  const repeated = sources.filter(({ path }) => !path.startsWith("tests/"))
    .flatMap(({ path, text }) => runsOf(wordsOf(text)).map((run) => ({ path, run })))
    .filter(({ run }) => known.has(hashOf(run)));
  assertNone(
    repeated.filter(({ run }) => !Object.hasOwn(exceptions, run)),
    ({ path, run }) => `${path} repeats the specification: "${run}". Rephrase the sentence.`,
  );
  assertNone(
    Object.keys(exceptions).filter((exception) => !repeated.some(({ run }) => run === exception)),
    (run) => `No file contains "${run}". Remove the exception.`,
  );
});

async function readHashes(): Promise<Set<number>> {
  const stored = Buffer.from(await Deno.readFile(file));
  const starts = Array.from({ length: stored.length / bytes }, (_, n) => n * bytes);
  return new Set(starts.map((at) => stored.readUIntBE(at, bytes)));
}

/** Returns the text's words in lower case. */
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function runsOf(words: readonly string[]): string[] {
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(" "));
}

const hashOf = (run: string) => Buffer.from(hash("sha256", run, "hex"), "hex").readUIntBE(0, bytes);

/** Returns the hashes of a document's runs, except runs that consist of code and numbers. */
function hashesOf(document: string): Uint8Array {
  const code = /```[^]*?```|`[^`\n]*`|https?:\S+|\b\d+\b/g;
  // A leading zero marks words of code, because the product must repeat names and addresses
  const marked = document.replace(code, (found) => found.replace(/[\p{L}\p{N}]+/gu, "0$&"));
  const runs = runsOf(wordsOf(marked))
    .filter((run) => run.split(" ").some((word) => !word.startsWith("0")))
    .map((run) => run.replace(/\b0/g, ""));
  const hashes = [...new Set(runs.map(hashOf))].sort((a, b) => a - b);
  const written = Buffer.alloc(hashes.length * bytes);
  hashes.forEach((one, at) => written.writeUIntBE(one, at * bytes, bytes));
  return written;
}
