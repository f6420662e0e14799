import assert from "node:assert/strict";
import {
  literalStyles,
  namedByPixels,
  refusedByPolicy,
  strayTokens,
} from "./support/appearance.ts";
import { lostCitations } from "./support/citations.ts";
import { importCycles } from "./support/cycles.ts";
import { floorViolations } from "./support/floors.ts";
import { crowded, takenApart } from "./support/parameters.ts";
import { importViolations } from "./support/rooms.ts";
import { bareCode, importsOf, readSources, type Source } from "./support/source.ts";

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

Deno.test("no import goes in a circle", () => {
  assert.deepEqual(importCycles(code), []);
});

Deno.test("main.ts has at most 40 lines and no source file more than 300", async () => {
  const sources = [...code, ...await readSources([".css", ".js"])];
  const long = sources.filter((source) => lines(source) > (source.path === "main.ts" ? 40 : 300));
  assert.deepEqual(long.map(({ path }) => path), []);
});

Deno.test("in the domain a context is passed on whole, and nothing asks for five things", () => {
  assert.deepEqual(takenApart(within("server/domain/")), [
    // The database calls it itself, at the end of a commit
    "server/domain/reactions/search_index.ts: indexTasks",
  ]);
  assert.deepEqual(crowded([...within("server/domain/"), ...within("server/palette/")]), [
    "server/domain/core/operation.ts: perform",
  ]);
});

Deno.test("a planted function that takes the context apart, or asks for five things, is noticed", () => {
  const planted = (text: string) => [{ path: "server/domain/a.ts", text }];
  const apart: [string, number][] = [
    ["export function read(db: Db, id: string) {}", 1],
    ["export async function write<T extends (a: A) => B>(id: T, tx: Db) {}", 1],
    ["export function hear(actor: Member, text = f(1, 2), now: Date) {}", 1],
    ["export function mayRead(actor: Member, { db }: Named) {}", 0],
    ["export function write(context: { tx: Db; now: Date }, then: (tx: Db) => void) {}", 0],
    ["function inside(tx: Db) {}", 0],
  ];
  for (const [text, count] of apart) assert.equal(takenApart(planted(text)).length, count, text);
  const five = "function add(a: A, { b, c }: B, d: Map<C, D>, e = [1, 2], f: (g: G) => H,) {}";
  assert.equal(crowded(planted(five)).length, 1);
  assert.equal(crowded(planted(five.replace(", f: (g: G) => H,", ""))).length, 0);
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

Deno.test("a planted citation of what isn't here is noticed", async () => {
  const planted = async (text: string) =>
    lostCitations([{ path: "server/a.ts", text }], await documents()).length;
  assert.equal(await planted("/** A rule. `" + "NOTHING.md`, Rules */"), 1);
  assert.equal(await planted("/** A rule. `" + "RULES.md`, Nothing */"), 1);
  assert.equal(await planted("/** As iss" + "ue 12 says. */"), 1);
  assert.equal(await planted("/** A rule. `RULES" + ".md`, Who may" + "\n * do what */"), 0);
});

Deno.test("a planted import that the table forbids is noticed", () => {
  const planted: [string, string][] = [
    ["main.ts", 'import { serve } from "./server/serve.ts";'],
    ["cli/commands/tasks.ts", 'import { openDatabase } from "../../server/database/open.ts";'],
    ["cli/commands/tasks.ts", 'import type { Tables } from "../../server/database/tables.ts";'],
    ["cli/commands/tasks.ts", 'import { seed } from "../operator/seed.ts";'],
    ["server/domain/tasks/create.ts", 'import { Hono } from "hono";'],
    ["server/domain/tasks/create.ts", 'export * from "../../http/actor.ts";'],
    ["server/api/tasks.ts", 'const page = await import("../../views/tasks/list.tsx");'],
    ["server/database/open.ts", "const step = await import(`./${name}.ts`);"],
    ["views/tasks/row.tsx", 'import { listTasks } from "../../server/domain/tasks/list.ts";'],
    ["views/tasks/row.tsx", 'import { readFile } from "node:fs";'],
    ["server/api/page.ts", 'import page from "../../static/a.css" with { type: "text" };'],
    ["migrations/0002_more.ts", 'import { newId } from "../server/domain/core/ids.ts";'],
    ["scripts/deploy.ts", "export {};"],
  ];
  for (const [path, text] of planted) {
    assert.equal(importViolations([{ path, text }]).length, 1, `${path}: ${text}`);
  }
});

Deno.test("a planted import from a floor above, and a circle of nouns, are noticed", () => {
  const file = (path: string, from: string) => ({
    path: `server/domain/${path}`,
    text: `import { a } from "${from}";`,
  });
  assert.equal(floorViolations([file("core/a.ts", "../tasks/a.ts")]).length, 1);
  assert.equal(floorViolations([file("change/a.ts", "../labels/a.ts")]).length, 1);
  assert.equal(
    floorViolations([file("labels/a.ts", "../teams/a.ts"), file("teams/b.ts", "../labels/b.ts")])
      .length,
    1,
  );
  assert.deepEqual(
    floorViolations([
      file("tasks/a.ts", "../comments/a.ts"),
      file("comments/b.ts", "../tasks/b.ts"),
      file("tasks/c.ts", "../core/a.ts"),
    ]),
    [],
  );
});

Deno.test("an import that the table allows passes", () => {
  const allowed: [string, string][] = [
    ["main.ts", 'import { run } from "./cli/cli.ts";'],
    ["cli/commands/tasks.ts", 'import { Task } from "../../server/domain/tasks/schema.ts";'],
    ["server/domain/tasks/create.ts", 'import { sql } from "kysely";'],
    ["views/tasks/row.tsx", 'import type { Task } from "../../server/domain/tasks/schema.ts";'],
    ["server/web/tasks.tsx", 'import { TaskRow } from "../../views/tasks/row.tsx";'],
    ["server/api/tasks.ts", '// import { page } from "../../views/page.tsx";'],
  ];
  for (const [path, text] of allowed) {
    assert.deepEqual(importViolations([{ path, text }]), [], `${path}: ${text}`);
  }
});

Deno.test("imports of every form are read, over several lines too", () => {
  const text = [
    "import {",
    "  a,",
    "  type B,",
    '} from "./one.ts";',
    'import type { C } from "./two.ts";',
    'import "./three.ts";',
    'export { d } from "./four.ts";',
    'export type { E } from "./five.ts";',
    'const six = () => import("./six.ts");',
    'const seven = "import { x } from ./seven.ts";',
  ].join("\n");
  assert.deepEqual(
    importsOf(text).map(({ specifier, typeOnly }) => [specifier, typeOnly]),
    [
      ["./one.ts", false],
      ["./two.ts", true],
      ["./four.ts", false],
      ["./five.ts", true],
      ["./three.ts", false],
      ["./six.ts", false],
    ],
  );
});

Deno.test("a planted circle is noticed, one of types alone is none", () => {
  const circle = (word: string) => [
    { path: "server/domain/a.ts", text: 'import { b } from "./b.ts";' },
    { path: "server/domain/b.ts", text: `${word} { a } from "./a.ts";` },
  ];
  assert.deepEqual(importCycles(circle("import")), [
    "server/domain/a.ts → server/domain/b.ts → server/domain/a.ts",
  ]);
  assert.deepEqual(importCycles(circle("import type")), []);
});

Deno.test("a planted literal where a scale exists is noticed, a token and a form of one's own pass", () => {
  const sheet = (declaration: string) => [
    { path: "static/css/button.css", text: `.button { &:hover { ${declaration} } }` },
  ];
  const literals = [
    "color: #fff;",
    "color: oklch(0.6 0.1 200);",
    "padding: 12px;",
    "margin: -6px;",
    "margin-inline: calc(2 * 5px);",
    "gap: var(--space-2) 10px;",
    "font-size: 0.9rem;",
    "font: 500 11px / 1 var(--font);",
    "line-height: 18px;",
    "border-radius: 5px;",
    "border-top-left-radius: 5px;",
    "box-shadow: 0 2px 4px var(--line);",
    "padding: 0\n 12px;",
    "padding: 12px",
    "width: 20px; background: white;",
  ];
  for (const literal of [...literals, "transition: opacity 90ms;", "border: 0 solid white;"]) {
    assert.equal(literalStyles(sheet(literal)).length, 1, literal);
  }
  const free = ["color: var(--text-soft);", "border: 1px solid var(--line);", "flex: 1 0 0;"];
  for (const own of [...free, "width: 14px;", "border-left: 2px solid var(--line);"]) {
    assert.deepEqual(literalStyles(sheet(own)), [], own);
  }
});

Deno.test("a planted token that is used or set for nothing, or called by its pixels, is noticed", () => {
  const sheet = (text: string) => [{ path: "static/css/tokens.css", text }];
  assert.deepEqual(strayTokens(sheet("a { --b: 0; c: var(--d); }")), ["--b", "--d"]);
  assert.deepEqual(strayTokens(sheet("a { --b: 0; c: var(--b); }")), []);
  for (const named of ["--px-7: 7px;", "--text-13: 0.8125rem;", "--gap-12: 12px;"]) {
    assert.equal(namedByPixels(sheet(`:root { ${named} }`)).length, 1, named);
  }
  assert.deepEqual(namedByPixels(sheet(":root { --space-3: 6px; --row: 36px; }")), []);
});

Deno.test("planted markup that the policy refuses is noticed", () => {
  const view = (text: string) => refusedByPolicy([{ path: "views/page.tsx", text }]).length;
  assert.equal(view('<p style="color: red">'), 1);
  assert.equal(view("<p style={{ width }}>"), 1);
  assert.equal(view('<a onclick="go()">'), 1);
  assert.equal(view("<script>go()</script>"), 1);
  assert.equal(view('<script src="/a.js" defer></script><p x-on:click="go">'), 0);
});

async function documents(): Promise<Source[]> {
  return (await readSources([".md"])).filter(({ path }) => !path.includes("/"));
}

function naming(pattern: RegExp, sources: Source[]): string[] {
  return sources.filter(({ text }) => pattern.test(bareCode(text))).map(({ path }) => path);
}
