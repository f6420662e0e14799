import assert from "node:assert/strict";
import { flagName, globalFlags } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeEndpoint, describeSchemas } from "../../server/api/openapi.ts";
import { problemCodes } from "../../server/api/problem_codes.ts";
import { settings } from "../../server/docs/settings.ts";
import { scopes } from "../../server/domain/core/actor.ts";
import { problemType } from "../../server/http/errors.ts";
import { table as webTable } from "../../server/web/app.ts";
import type { Page } from "../../server/web/page.ts";
import { listShortcuts } from "../../views/ui/keys_dialog.tsx";
import { assertNone, assertRows } from "../support/missing.ts";
import { cellsOf, pages, textOf } from "./rendered.ts";

const commands = (await Promise.all(groups.map(({ load }) => load()))).flat();
const below = (folder: string) => pages.filter(({ path }) => path.startsWith(`${folder}/`));

/** Returns the sections of a page by heading. */
function sectionsOf(text: string): Map<string, string> {
  return new Map(
    text.split(/^## /m).slice(1).map((section) => {
      const end = section.indexOf("\n");
      return [section.slice(0, end), section.slice(end)];
    }),
  );
}

Deno.test("every error code has its own heading, to which a problem's type links, and there are no others", () => {
  const page = pages.find(({ path }) => path === "/docs/reference/errors")!;
  const shown = [...page.html.matchAll(/<h3 id="([^"]+)"/g)].map(([, id]) => id!);
  assert.deepEqual(shown.toSorted(), [...problemCodes]);
  assert.equal(
    problemType("https://backlog.example", "task_archived"),
    `https://backlog.example${page.path}#task_archived`,
  );
});

Deno.test("the REST reference lists exactly the existing endpoints, each once", () => {
  const shown = below("/docs/reference/rest").flatMap(({ text }) =>
    [...text.matchAll(/^```http\n([A-Z]+ \/api\/v1\S+)\n/gm)].map(([, call]) => call!)
  );
  const existing = endpoints.map(({ method, path }) => `${method} /api/v1${path}`);
  assertRows("endpoint", existing, shown, "a page in static/docs/reference/rest");
});

Deno.test("the reference of records lists exactly the existing fields, each once", () => {
  const sections = sectionsOf(textOf("/docs/reference/rest/records"));
  assert.deepEqual([...sections.keys()], Object.keys(describeSchemas()));
  for (const [name, schema] of Object.entries(describeSchemas())) {
    const { properties } = schema as { properties?: Record<string, unknown> };
    if (!properties) continue;
    const [, ...shown] = cellsOf(sections.get(name) ?? "");
    assert.deepEqual(shown, Object.keys(properties), name);
  }
});

/** The parts of an endpoint's description that the reference has tables of. */
interface Described {
  parameters: { name: string }[];
  requestBody?: Body;
  responses: Record<string, Partial<Body>>;
}

interface Body {
  content: { "application/json"?: { schema: { properties?: Record<string, unknown> } } };
}

/** Returns the expected cells of a table of fields. */
function fieldCells(body: Partial<Body> | undefined): string[] {
  const names = Object.keys(body?.content?.["application/json"]?.schema.properties ?? {});
  return names.length > 0 ? ["Field", ...names] : [];
}

Deno.test("the REST reference lists exactly the parameters and fields of each endpoint, each once", () => {
  const sections = new Map(
    below("/docs/reference/rest").flatMap(({ text }) => [...sectionsOf(text)]),
  );
  for (const endpoint of endpoints) {
    const described = describeEndpoint(endpoint) as unknown as Described;
    const parameters = described.parameters.map(({ name }) => name);
    assert.deepEqual(cellsOf(sections.get(endpoint.summary) ?? ""), [
      ...(parameters.length > 0 ? ["Parameter", ...parameters] : []),
      ...fieldCells(described.requestBody),
      ...fieldCells(described.responses[endpoint.status]),
    ], endpoint.summary);
  }
});

Deno.test("the reference of scopes lists exactly the existing scopes, each once", () => {
  const [, ...shown] = cellsOf(textOf("/docs/reference/scopes"));
  assert.deepEqual(shown.toSorted(), [...scopes].toSorted());
});

Deno.test("the reference of commands lists exactly the existing commands and flags, each once", () => {
  const sections = new Map(
    below("/docs/reference/commands").flatMap(({ text }) => [...sectionsOf(text)]),
  );
  const file = "a page in static/docs/reference/commands";
  assertRows("command", commands.map(({ path }) => path), [...sections.keys()], file);
  for (const { path, args, options } of commands) {
    const flags = Object.entries(options).map(([key, { placeholder }]) =>
      `${flagName(key)} ${placeholder}`.trim()
    );
    const given = Object.entries(args).map(([name, { required }]) =>
      required ? `<${name}>` : `[${name}]`
    );
    const [, ...shown] = cellsOf(sections.get(path)!);
    assert.deepEqual(shown, [...given, ...flags], path);
  }
});

Deno.test("the reference lists exactly the flags that every command has, each once", () => {
  const section = sectionsOf(textOf("/docs/reference/commands")).get("Flags of every command");
  const [, ...shown] = cellsOf(section ?? "");
  assert.deepEqual(shown, globalFlags.map(([flag]) => flag));
});

Deno.test("the settings reference lists each existing setting exactly once", () => {
  const shown = cellsOf(textOf("/docs/operators/settings"))
    .filter((cell) => cell.startsWith("BACKLOG_"));
  assert.deepEqual(shown, Object.keys(settings));
});

Deno.test("the reference of shortcuts lists exactly the existing shortcuts, each once", () => {
  const sections = sectionsOf(textOf("/docs/keyboard"));
  assert.deepEqual([...sections.keys()], [...listShortcuts("owners")].map(([heading]) => heading));
  for (const [heading, keys] of listShortcuts("owners")) {
    const section = sections.get(heading) ?? "";
    const [, ...names] = cellsOf(section);
    const [, ...pressed] = cellsOf(section, 1);
    assert.deepEqual(names, keys.map(([name]) => name), heading);
    assert.deepEqual(pressed, keys.map(([, press]) => press.join(" ")), heading);
  }
});

/** Returns the people whom the reference names for a page. */
function audienceOf({ audience, who }: Page): string {
  if (audience !== "member") return audience === "anyone" ? "everyone" : "signed-in people";
  return { members: "members", managers: "owners and admins", owners: "owners" }[who ?? "members"];
}

Deno.test("the reference of addresses lists exactly the pages of the web interface, for their audience", () => {
  const [text] = textOf("/docs/reference/addresses").split("\n## ") as [string];
  const audiences = cellsOf(text, 2);
  const shown = cellsOf(text).map((path, at) => `${path} for ${audiences[at]}`)
    .filter((row) => row.startsWith("/"));
  const [menus, pages] = [true, false].map((isMenu) =>
    webTable.pages.filter(({ layer }) => (layer === "menu") === isMenu)
  );
  const existing = pages!.map((page) =>
    `${page.path.replace(/:(\w+)/g, "{$1}")} for ${audienceOf(page)}`
  );
  assertRows("page", existing, shown, "server/docs/addresses.ts");
  assertNone(
    menus!.filter(({ path }) => !pages!.some((page) => path.startsWith(`${page.path}/`))),
    ({ path }) => `The menu ${path} isn't below a page, which the reference says of all menus.`,
  );
});
