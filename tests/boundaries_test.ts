import assert from "node:assert/strict";
import { assertNone, assertRows } from "./support/missing.ts";
import {
  literalStyles,
  namedByPixels,
  refusedByPolicy,
  strayTokens,
} from "./support/appearance.ts";
import { documents, lostCitations } from "./support/citations.ts";
import { importCycles } from "./support/import_cycles.ts";
import { layerViolations } from "./support/domain_layers.ts";
import { moduleState } from "./support/module_state.ts";
import { crowded, takenApart } from "./support/parameters.ts";
import { modulesLoadedBy } from "./support/loaded_modules.ts";
import { importViolations } from "./support/import_rules.ts";
import { bareCode, readSources, type Source, withoutComments } from "./support/source.ts";

const code = await readSources([".ts", ".tsx"]);
const within = (folder: string, sources: Source[] = code) =>
  sources.filter(({ path }) => path.startsWith(folder));
const lines = ({ text }: Source) => text.trimEnd().split("\n").length;

Deno.test("every import is allowed by its folder's table", () => {
  assertNone(
    importViolations(code),
    (sentence) => `${sentence} See tests/support/import_rules.ts.`,
  );
});

Deno.test("the domain imports only from lower layers, and nouns form only the listed cycles", () => {
  assertNone(
    layerViolations(code),
    (sentence) => `${sentence} See tests/support/domain_layers.ts.`,
  );
});

Deno.test("a client command loads nothing of the server or of the operator's commands", () => {
  const reached = modulesLoadedBy("main.ts", code);
  assert.ok(reached.includes("cli/commands/tasks.ts"));
  assertNone(
    reached.filter((path) =>
      /^(server|migrations|views)\/|^cli\/operator\/(?!(commands\/)?completions)/.test(path)
    ),
    (path) => `A client's command loads ${path}. Import it by import() where it is needed.`,
  );
  const packages = reached.filter((one) => !one.includes("/") || one.startsWith("@"));
  assert.deepEqual(packages, ["@commander-js/extra-typings", "deno.json", "string-width"]);
});

Deno.test("a server listens before it loads pages, docs, the API, and other commands", () => {
  const reached = modulesLoadedBy("cli/operator/commands/serve.ts", code);
  assert.ok(reached.includes("server/api/health.ts"));
  assertNone(
    reached.filter((path) =>
      /^server\/(app\.ts|web|docs|palette|api\/(?!health))|^cli\/operator\/commands\/(?!serve)/
        .test(path)
    ),
    (path) => `A starting server reads ${path}. Import it below server/app.ts.`,
  );
});

Deno.test("imports form no cycle", () => {
  assertNone(importCycles(code), (cycle) => `These files import each other: ${cycle}.`);
});

Deno.test("main.ts has at most 40 lines, and other source files at most 300", async () => {
  const sources = [...code, ...await readSources([".css", ".js"])];
  const long = sources.filter((source) => lines(source) > (source.path === "main.ts" ? 40 : 300));
  assertNone(
    long,
    (one) => `${one.path} has ${lines(one)} lines. Move a part of it to a new file.`,
  );
});

Deno.test("the domain passes the whole context, and no function has five parameters", () => {
  const file = "tests/boundaries_test.ts, or pass the context on whole";
  assertRows("function that takes a part of the context", takenApart(within("server/domain/")), [
    // What the operator's commands run is no operation, nor is the end of a commit, or the server's own work
    "server/domain/projects/rebuild_progress.ts: rebuildProgressDays",
    "server/domain/projects/recount.ts: recountProjects",
    "server/domain/search/merge_index.ts: countChanges",
    "server/domain/search/merge_index.ts: mergePages",
    "server/domain/search/rebuild.ts: removeStrays",
    "server/domain/sessions/one_time_code.ts: keepCode",
    "server/domain/side_effects/refresh_inboxes.ts: refreshInboxes",
    "server/domain/side_effects/search_index.ts: indexTasks",
    "server/domain/workspaces/erase.ts: eraseSlice",
    "server/domain/workspaces/erase.ts: forgetDocuments",
  ], file);
  assertRows(
    "function with five parameters",
    crowded(["cli/", "server/", "views/"].flatMap((folder) => within(folder))),
    ["server/domain/core/operation.ts: perform"],
    "tests/boundaries_test.ts, or put parameters together",
  );
});

Deno.test("no module of the server or the views keeps state between requests", () => {
  assertNone(
    moduleState([...within("server/"), ...within("views/")]),
    (state) => `${state} is kept by its module. Pass it on, or keep it in "Services".`,
  );
});

Deno.test("the domain doesn't use requests or responses", () => {
  assertNone(
    naming(/\b(Request|Response|Headers)\b/, within("server/domain/")),
    (path) =>
      `${path} names a request, a response, or headers. Move that to server/api or server/web.`,
  );
});

Deno.test("views read no clock and no environment", () => {
  assertNone(
    naming(/\bDate\.now\b|new Date\(\)|\bDeno\b|\bprocess\.|\bfetch\(/, within("views/")),
    (path) => `${path} reads a clock or the environment. Pass the value to the view.`,
  );
});

Deno.test("views contain nothing that the Content-Security-Policy would refuse", () => {
  assertNone(
    refusedByPolicy(within("views/")),
    (markup) =>
      `The Content-Security-Policy refuses ${markup}. Move it to static/css or static/js.`,
  );
});

Deno.test("colors, and sizes with a scale, come only from tokens.css", async () => {
  assertNone(
    literalStyles(within("static/", await readSources([".css"]))),
    (style) => `${style} is no token. Use one of static/css/tokens.css, or add one there.`,
  );
});

Deno.test("every token is used, set, and named after its place in its scale", async () => {
  const sheets = within("static/", await readSources([".css"]));
  assertNone(
    strayTokens(sheets),
    (token) => `${token} is only set or only used. Add it to static/css/tokens.css, or remove it.`,
  );
  assertNone(
    namedByPixels(sheets),
    (token) => `${token} is named after a size in pixels. Name it after its place in its scale.`,
  );
});

Deno.test("every page script is type-checked", async () => {
  const scripts = within("static/js/", await readSources([".js"]));
  assert.ok(scripts.length > 0);
  assertNone(
    scripts.filter(({ text }) => !text.startsWith("// @ts-check\n")),
    ({ path }) => `${path} isn't type-checked. Begin it with "// @ts-check".`,
  );
});

Deno.test("no script contains a URL, because the page provides them", async () => {
  const address = /["'`^]\\?\/(api|assets|auth|onboarding|workspace)\b/;
  const scripts = within("static/js/", await readSources([".js"]));
  const knowing = scripts.filter(({ text }) => address.test(withoutComments(text)));
  assertNone(
    knowing,
    ({ path }) => `${path} holds an address of the server. Read it from an attribute of the page.`,
  );
});

Deno.test("tests use only temporary folders that are deleted with their scope", () => {
  const making = /\bDeno\.makeTemp/;
  const makers = within("tests/").filter(({ text }) => making.test(bareCode(text)));
  // The bench keeps its files where it is told to
  assert.deepEqual(makers.map(({ path }) => path), [
    "tests/bench/run.ts",
    "tests/ok.ts",
    "tests/support/folder.ts",
  ]);
});

Deno.test("tests don't change the environment, which all threads share", () => {
  const changing = /\bDeno\.env\.(set|delete)\b/;
  const changers = within("tests/").filter(({ text }) => changing.test(bareCode(text)));
  // The bench runs alone, and a package reads its settings there when it loads
  assert.deepEqual(changers.map(({ path }) => path), [
    "tests/bench/starts.ts",
    "tests/packages/hey_api.ts",
  ]);
});

Deno.test("starting the server loads no package that only tests use", async () => {
  const read = async (path: string) =>
    JSON.parse(await Deno.readTextFile(new URL(`../${path}`, import.meta.url)));
  const { imports } = await read("deno.json");
  const { specifiers } = await read("deno.lock");
  assert.deepEqual(Object.keys(specifiers).sort(), Object.values(imports).sort());
});

Deno.test("everything that a comment cites is in the repository", async () => {
  const sources = [...code, ...await readSources([".css", ".js", ".sh"])];
  assertNone(
    lostCitations(sources, await documents()),
    (citation) => `${citation} isn't in the repository. Cite a document or a section that is.`,
  );
});

function naming(pattern: RegExp, sources: Source[]): string[] {
  return sources.filter(({ text }) => pattern.test(bareCode(text))).map(({ path }) => path);
}
