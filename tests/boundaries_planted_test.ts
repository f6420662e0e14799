import assert from "node:assert/strict";
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
import { importViolations } from "./support/import_rules.ts";
import { importsOf } from "./support/source.ts";

Deno.test("a planted function that splits the context, or has five parameters, is found", () => {
  const planted = (text: string) => [{ path: "server/domain/a.ts", text }];
  const apart: [string, number][] = [
    ["export function read(db: Db, id: string) {}", 1],
    ["export async function write<T extends (a: A) => B>(id: T, tx: Db) {}", 1],
    ["export function hear(actor: Member, text = f(1, 2), now: Date) {}", 1],
    ["export function mayRead(actor: Member, { db }: Named) {}", 0],
    ["export function write(context: { tx: Db; now: Date }) {}", 1],
    ['export function write(context: Pick<WriteContext, "tx" | "now">, id: string) {}', 1],
    ["function inside({ tx }: Pick<WriteContext, 'tx'>) {}", 1],
    ["function inside(tx: Db) {}", 1],
    ["function inside(id: string, context: WriteContext) {}", 1],
    ["export function write({ tx }: WriteContext, then: (tx: Db) => void) {}", 0],
  ];
  for (const [text, count] of apart) assert.equal(takenApart(planted(text)).length, count, text);
  const five = "function add(a: A, { b, c }: B, d: Map<C, D>, e = [1, 2], f: (g: G) => H,) {}";
  assert.equal(crowded(planted(five)).length, 1);
  assert.equal(crowded(planted(five.replace(", f: (g: G) => H,", ""))).length, 0);
});

Deno.test("planted state of a module is found, and a constant table isn't", () => {
  const a = (text: string) => ({ path: "server/a.ts", text });
  const planted = [
    "let last: string | undefined;",
    "export const kept = new Map<string, { text: string; views: unknown }>();",
    "const seen = new WeakMap<object, string>();",
    "const words: string[] = [];",
    "const byId = {};",
    "const texts = new BoundedCache(4, (text: string) => text.length);",
    "const rows = makeRows();\nfunction read() {\n  rows.push(1);\n}",
    "const table = { a: 1 };\nfunction count() {\n  table.a += 1;\n}",
    "const names = [\n  one,\n];\nfunction forget() {\n  delete names[0];\n}",
  ];
  for (const text of planted) assert.equal(moduleState([a(text)]).length, 1, text);
  const imported = { path: "server/b.ts", text: 'import { t } from "./a.ts";\n  t.x ??= 1;' };
  assert.equal(moduleState([a("export const t = { x: 1 };"), imported]).length, 1);
  const tables = [
    'const closed = new Set(["done"]);',
    "const byKind = new Map(kinds.map((one) => [one.kind, one]));\nbyKind.set(1, 2);",
    "function read() {\n  const words: string[] = [];\n  words.push(word);\n}",
    "const names = { a: 1 };\nfunction same() {\n  return names.a === 1;\n}",
  ];
  for (const text of tables) assert.deepEqual(moduleState([a(text)]), [], text);
});

Deno.test("a planted citation of something missing is found", async () => {
  const planted = async (text: string) =>
    lostCitations([{ path: "server/a.ts", text }], await documents()).length;
  assert.equal(await planted("/** A rule. `" + "NOTHING.md`, Rules */"), 1);
  assert.equal(await planted("/** A rule. `" + "RULES.md`, Nothing */"), 1);
  assert.equal(await planted("/** As iss" + "ue 12 says. */"), 1);
  assert.equal(await planted("/** A rule. `RULES" + ".md`, Signing" + "\n * in */"), 0);
});

Deno.test("a planted import that the table forbids is found", () => {
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

Deno.test("a planted import from a higher layer, and a cycle between nouns, are found", () => {
  const file = (path: string, from: string) => ({
    path: `server/domain/${path}`,
    text: `import { a } from "${from}";`,
  });
  assert.equal(layerViolations([file("core/a.ts", "../tasks/a.ts")]).length, 1);
  assert.equal(layerViolations([file("change/a.ts", "../labels/a.ts")]).length, 1);
  assert.equal(
    layerViolations([file("labels/a.ts", "../teams/a.ts"), file("teams/b.ts", "../labels/b.ts")])
      .length,
    1,
  );
  assert.deepEqual(
    layerViolations([
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
    ["views/tasks/row.tsx", 'import { priorities } from "../../server/domain/vocabulary.ts";'],
    ["server/web/tasks.tsx", 'import { TaskRow } from "../../views/tasks/row.tsx";'],
    ["server/api/tasks.ts", '// import { page } from "../../views/page.tsx";'],
  ];
  for (const [path, text] of allowed) {
    assert.deepEqual(importViolations([{ path, text }]), [], `${path}: ${text}`);
  }
});

Deno.test("imports of every form are found, also across several lines", () => {
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

Deno.test("a planted cycle of imports is found, and a cycle of only types isn't", () => {
  const circle = (word: string) => [
    { path: "server/domain/a.ts", text: 'import { b } from "./b.ts";' },
    { path: "server/domain/b.ts", text: `${word} { a } from "./a.ts";` },
  ];
  assert.deepEqual(importCycles(circle("import")), [
    "server/domain/a.ts → server/domain/b.ts → server/domain/a.ts",
  ]);
  assert.deepEqual(importCycles(circle("import type")), []);
});

Deno.test("a planted literal is found if a scale exists, and tokens and other forms pass", () => {
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

Deno.test("a planted token that is unused, unset, or named after its pixels is found", () => {
  const sheet = (text: string) => [{ path: "static/css/tokens.css", text }];
  assert.deepEqual(strayTokens(sheet("a { --b: 0; c: var(--d); }")), ["--b", "--d"]);
  assert.deepEqual(strayTokens(sheet("a { --b: 0; c: var(--b); }")), []);
  for (const named of ["--px-7: 7px;", "--text-13: 0.8125rem;", "--gap-12: 12px;"]) {
    assert.equal(namedByPixels(sheet(`:root { ${named} }`)).length, 1, named);
  }
  assert.deepEqual(namedByPixels(sheet(":root { --space-3: 6px; --row: 36px; }")), []);
});

Deno.test("planted markup that the policy refuses is found", () => {
  const view = (text: string) => refusedByPolicy([{ path: "views/page.tsx", text }]).length;
  assert.equal(view('<p style="color: red">'), 1);
  assert.equal(view("<p style={{ width }}>"), 1);
  assert.equal(view('<a onclick="go()">'), 1);
  assert.equal(view("<script>go()</script>"), 1);
  assert.equal(view('<script src="/a.js" defer></script><p x-on:click="go">'), 0);
});
