import assert from "node:assert/strict";
import { personColumns } from "../../cli/operator/transfer/format.ts";
import { importLines } from "../../cli/operator/transfer/import_lines.ts";
import { ruleOf } from "../../cli/operator/transfer/field_rules.ts";
import { shapeOf } from "../../cli/operator/transfer/shape.ts";
import { exportedTables } from "../../cli/operator/transfer/tables.ts";
import { createWorld } from "../support/world.ts";
import { each, emptyServer, linesOf, populateAll, rows } from "./support/populated.ts";

const now = new Date("2026-03-18T15:00:00.000Z");

/** Exports a workspace with records of every kind. */
async function populated(): Promise<string[]> {
  await using world = await createWorld();
  const { workspaceId } = await populateAll(world);
  return await linesOf(world.database, workspaceId);
}

/** Invalid changes to a line, with the expected errors. */
const spoilt: [name: string, spoil: (lines: string[]) => void, says: RegExp][] = [
  ["no JSON", (lines) => lines[4] = "{", /^Line 5 isn't a JSON object\. Nothing was imported\.$/],
  [
    "another file",
    (lines) => lines[0] = '{"name":"x"}',
    /^The file isn't a Backlog export\. .* --from linear/,
  ],
  [
    "a newer program's",
    (lines) => lines[0] = lines[0]!.replace('"version":2', '"version":3'),
    /^Line 1 is from a newer/,
  ],
  [
    "an unknown kind",
    (lines) => lines[3] = '{"kind":"users","record":{}}',
    /^Line 4 has the unknown kind/,
  ],
  [
    "an unknown field",
    (lines) => lines[1] = lines[1]!.replace('"theme"', '"hash"'),
    /^Line 2 has the unknown field hash/,
  ],
  [
    "another workspace's record",
    (lines) => change(lines, "teams", (record) => record.workspace_id = "ws_other"),
    /^Line \d+ belongs to another workspace/,
  ],
  [
    "a team of another workspace",
    (lines) => change(lines, "team_members", (record) => record.team_id = "team_other"),
    /^Line \d+ refers to team_other in team_id,/,
  ],
  [
    "a parent that never comes",
    (lines) => change(lines, "tasks", (record) => record.parent_id = "task_other"),
    /^Line \d+ refers to task_other in parent_id,/,
  ],
  [
    "a project that waits for itself",
    (lines) =>
      change(lines, "project_dependencies", (record) => record.blocker_id = record.project_id!),
    /^Line \d+ makes projects depend on each other in a circle\. Nothing was imported\.$/,
  ],
  [
    "a value that can't be",
    (lines) => change(lines, "tasks", (record) => record.status = "done"),
    /^Line \d+ has an invalid status: /,
  ],
  ...([
    ["task_resources", "url", "javascript:alert(1)"],
    ["task_resources", "url", "https://"],
    ["tasks", "deadline_at", "2026-02-30"],
    ["tasks", "updated_at", "yesterday"],
    ["tasks", "updated_at", "0001-01-01T00:00:00.000Z"],
    ["tasks", "title", ""],
    ["tasks", "description", "a\u0000b"],
    ["projects", "target_date", "soon"],
    ["comments", "created_at", "2026-03-12 10:00"],
    ["task_labels", "color", "url(x)"],
    ["workspaces", "time_zone", "Mars/Olympus"],
    ["profiles", "username", "a b"],
    ["profiles", "name", "\u001b[2J"],
    ["views", "filters", '{"status":"nonsense"}'],
    ["views", "filters", "{"],
    ["views", "sorting", "by magic"],
    ["project_templates", "defaults", '{"priority":"most"}'],
    ["task_templates", "label_ids", "{}"],
    ["automations", "scopes", '["workspace.manage"]'],
    ["activity", "data", "[]"],
    ["audit", "data", "x"],
    ["notifications", "created_at", "1"],
    ["tasks", "deadline_at", "2026-12-03T17:00:00Z"],
    ["projects", "target_date", "2026-12-03T17:00:00.000Z"],
    ["tasks", "deadline_at", "0001-01-01"],
    ["projects", "summary", "\u001b[2J"],
    ["projects", "summary", "a".repeat(301)],
    ["profiles", "title", "a\u001bb"],
    ["profiles", "bio", "\u0007"],
    ["profiles", "bio", "a".repeat(2_001)],
    ["teams", "key", "a b/../é"],
    ["team_former_keys", "key", ""],
    ["projects", "key", "<b>/x?"],
    ["views", "key", "../../x y"],
    ["task_former_references", "reference", "../1"],
    ["tasks", "id", "task/../x"],
    ["comments", "body", "a".repeat(20_001)],
    ["task_labels", "name_key", "another"],
    ["notifications", "data", '{"secret":1}'],
    ["activity", "kind", "task.exploded"],
    ["audit", "kind", "exploded"],
    ["tasks", "priority", 7],
    ["tasks", "version", "many"],
  ] as const).map(([kind, column, value]): (typeof spoilt)[number] => [
    `a ${column} of ${kind} that no interface would take: ${String(value).slice(0, 40)}`,
    (lines) => change(lines, kind, (record) => record[column] = value),
    new RegExp(`^Line \\d+ has an invalid ${column}: .+[^.]\\. Nothing was imported\\.$`),
  ]),
  [
    "a deadline in history that is no day",
    (lines) =>
      change(lines, "activity", (record) => {
        record.kind = "task.deadline_changed";
        record.data = '{"from":null,"to":"yesterday"}';
      }),
    /^Line \d+ has an invalid data: /,
  ],
  [
    "a record twice",
    (lines) => lines.splice(-1, 0, lines.at(-2)!),
    /^Line \d+ can't be stored .*UNIQUE/,
  ],
  ["somebody twice", (lines) => lines.splice(1, 0, lines[1]!), /^Line 3 repeats the person \S+/],
  [
    "an end too early",
    (lines) => lines.pop(),
    /^The export is incomplete\. Nothing was imported\.$/,
  ],
  ["a line lost", (lines) => lines.splice(-2, 1), /^Line \d+ ends an export of \d+ records/],
];

function change(lines: string[], kind: string, work: (record: Record<string, unknown>) => void) {
  const at = lines.findIndex((line) => JSON.parse(line).kind === kind);
  const line = JSON.parse(lines[at]!);
  work(line.record);
  lines[at] = JSON.stringify(line);
}

Deno.test("an invalid line is named, and nothing is imported", async (t) => {
  const whole = await populated();
  const database = await emptyServer();
  for (const [name, spoil, says] of spoilt) {
    await t.step(name, async () => {
      const lines = [...whole];
      spoil(lines);
      const refusal = await importLines(database, each(lines), { dryRun: false, now })
        .then(() => "nothing", (error: Error) => error.message);
      assert.match(refusal, says);
      const [left] = await rows(
        database,
        `select (select count(*) from users) + (select count(*) from workspaces)
          + (select count(*) from search_documents) as n`,
      );
      assert.equal(left?.n, 0);
    });
  }
  await database.close();
});

Deno.test("every exported column has a rule that rejects other types and control characters", async () => {
  const database = await emptyServer();
  const columns: [kind: string, names: readonly string[]][] = [["person", personColumns]];
  for (const [table] of exportedTables) {
    columns.push([table, (await shapeOf(database.read, table)).columns]);
  }
  const lax: string[] = [];
  for (const [kind, names] of columns) {
    for (const column of names) {
      const rule = ruleOf(kind, column, { kind: "task" });
      for (const value of ["\u001b", "x\u0007".repeat(100_001), -1.5, 1e300]) {
        if (rule.safeParse(value).success) lax.push(`${kind}.${column} takes ${value}`);
      }
    }
  }
  assert.deepEqual(lax, []);
  await database.close();
});
