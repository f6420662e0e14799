import assert from "node:assert/strict";
import {
  literalStyles,
  namedByPixels,
  refusedByPolicy,
  strayTokens,
} from "./support/appearance.ts";
import { documents, lostCitations } from "./support/citations.ts";
import { importCycles } from "./support/cycles.ts";
import { floorViolations } from "./support/floors.ts";
import { moduleState } from "./support/module_state.ts";
import { crowded, takenApart } from "./support/parameters.ts";
import { reachedFrom } from "./support/reach.ts";
import { importViolations } from "./support/rooms.ts";
import { bareCode, readSources, type Source, withoutComments } from "./support/source.ts";

const code = await readSources([".ts", ".tsx"]);
const within = (folder: string, sources: Source[] = code) =>
  sources.filter(({ path }) => path.startsWith(folder));
const lines = ({ text }: Source) => text.trimEnd().split("\n").length;

Deno.test("every import stays within its room's table", () => {
  assert.deepEqual(importViolations(code), []);
});

Deno.test("the domain stands on its floors, and no two nouns know each other but those that may", () => {
  assert.deepEqual(floorViolations(code), []);
});

Deno.test("a client's command loads nothing of the server, nor of what works without one", () => {
  const reached = reachedFrom("main.ts", code);
  assert.ok(reached.includes("cli/commands/tasks.ts"));
  assert.deepEqual(
    reached.filter((path) =>
      /^(server|migrations|views)\/|^cli\/operator\/(?!(commands\/)?completions)/.test(path)
    ),
    [],
  );
  const packages = reached.filter((one) => !one.includes("/") || one.startsWith("@"));
  assert.deepEqual(packages, ["@commander-js/extra-typings", "deno.json", "string-width"]);
});

Deno.test("no import goes in a circle", () => {
  assert.deepEqual(importCycles(code), []);
});

Deno.test("main.ts has at most 40 lines and no source file more than 300", async () => {
  const sources = [...code, ...await readSources([".css", ".js"])];
  const long = sources.filter((source) => lines(source) > (source.path === "main.ts" ? 40 : 300));
  assert.deepEqual(long.map(({ path }) => path), []);
});

Deno.test("the domain passes a context on whole, and nothing at all asks for five things", () => {
  assert.deepEqual(takenApart(within("server/domain/")), [
    // What the operator's commands run is no operation, nor is the end of a commit, or the server's own work
    "server/domain/projects/rebuild_progress.ts: rebuildProgressDays",
    "server/domain/projects/recount.ts: recountProjects",
    "server/domain/search/rebuild.ts: removeStrays",
    "server/domain/sessions/one_time_code.ts: keepCode",
    "server/domain/side_effects/refresh_inboxes.ts: refreshInboxes",
    "server/domain/side_effects/search_index.ts: indexTasks",
    "server/domain/workspaces/erase.ts: eraseSlice",
    "server/domain/workspaces/erase.ts: forgetDocuments",
  ]);
  assert.deepEqual(crowded(["cli/", "server/", "views/"].flatMap((folder) => within(folder))), [
    "server/domain/core/operation.ts: perform",
  ]);
});

Deno.test("no module of the server or the views keeps anything of one request for the next", () => {
  assert.deepEqual(moduleState([...within("server/"), ...within("views/")]), []);
});

Deno.test("the domain knows neither requests nor responses", () => {
  assert.deepEqual(naming(/\b(Request|Response|Headers)\b/, within("server/domain/")), []);
});

Deno.test("views read no clock and no environment", () => {
  assert.deepEqual(
    naming(/\bDate\.now\b|new Date\(\)|\bDeno\b|\bprocess\.|\bfetch\(/, within("views/")),
    [],
  );
});

Deno.test("views hold nothing that the Content-Security-Policy would refuse", () => {
  assert.deepEqual(refusedByPolicy(within("views/")), []);
});

Deno.test("colours, and sizes that have a scale, come from tokens.css alone", async () => {
  assert.deepEqual(literalStyles(within("static/", await readSources([".css"]))), []);
});

Deno.test("every token is used, set, and called by its place in its scale", async () => {
  const sheets = within("static/", await readSources([".css"]));
  assert.deepEqual(strayTokens(sheets), []);
  assert.deepEqual(namedByPixels(sheets), []);
});

Deno.test("every script of the pages is type-checked", async () => {
  const scripts = within("static/js/", await readSources([".js"]));
  assert.ok(scripts.length > 0);
  assert.deepEqual(
    scripts.filter(({ text }) => !text.startsWith("// @ts-check\n")).map(({ path }) => path),
    [],
  );
});

Deno.test("no script knows an address: the page says where it asks", async () => {
  const address = /["'`^]\\?\/(api|assets|auth|onboarding|workspace)\b/;
  const scripts = within("static/js/", await readSources([".js"]));
  const knowing = scripts.filter(({ text }) => address.test(withoutComments(text)));
  assert.deepEqual(knowing.map(({ path }) => path), []);
});

Deno.test("a test's temporary folder is one that goes when its scope ends", () => {
  const making = /\bDeno\.makeTemp/;
  const makers = within("tests/").filter(({ text }) => making.test(bareCode(text)));
  // The bench keeps its files where it is told to
  assert.deepEqual(makers.map(({ path }) => path), [
    "tests/bench/run.ts",
    "tests/support/folder.ts",
  ]);
});

Deno.test("starting the server brings no package that is for the tests alone", async () => {
  const read = async (path: string) =>
    JSON.parse(await Deno.readTextFile(new URL(`../${path}`, import.meta.url)));
  const { imports } = await read("deno.json");
  const { specifiers } = await read("deno.lock");
  assert.deepEqual(Object.keys(specifiers).sort(), Object.values(imports).sort());
});

Deno.test("what a comment cites can be looked up in the repository", async () => {
  const sources = [...code, ...await readSources([".css", ".js", ".sh"])];
  assert.deepEqual(lostCitations(sources, await documents()), []);
});

function naming(pattern: RegExp, sources: Source[]): string[] {
  return sources.filter(({ text }) => pattern.test(bareCode(text))).map(({ path }) => path);
}
