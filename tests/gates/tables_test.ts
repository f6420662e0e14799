import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Database } from "../../server/database/open.ts";
import { assertNone } from "../support/missing.ts";
import { type Column, type Columns, typedTables } from "../support/table_types.ts";
import { createWorld } from "../support/world.ts";

interface Stored {
  table: string;
  name: string;
  type: string;
  required: number;
  pk: number;
  initial: string | null;
  statement: string;
}

/** Returns the database's tables, without full-text and migration tables. */
async function storedTables(database: Database): Promise<Columns> {
  const { rows } = await sql<Stored>`
    select m.name as "table", c.name, lower(c.type) as type, c."notnull" as required, c.pk,
      c.dflt_value as initial, m.sql as statement
    from sqlite_master m join pragma_table_list l on l.name = m.name, pragma_table_info(m.name) c
    where l.type = 'table' and m.name <> 'schema_migrations' order by m.name, c.cid`
    .execute(database.read);
  const tables: Columns = new Map();
  for (const { table, ...row } of rows) {
    tables.set(table, [...tables.get(table) ?? [], columnOf(row)]);
  }
  return tables;
}

/** https://sqlite.org/stricttables.html; an integer that is the only key is the row ID, which SQLite assigns. */
function columnOf({ name, type, required, pk, initial, statement }: Omit<Stored, "table">): Column {
  const kept = new RegExp(`\\b${name} in\\s+\\(('[^)]*)\\)`).exec(statement)?.[1];
  return {
    name,
    kind: type === "integer" ? "integer" : "text",
    nullable: required === 0 && pk === 0,
    filled: initial !== null || (pk > 0 && type === "integer"),
    words: kept?.split(",").map((word) => word.trim().slice(1, -1)).sort(),
  };
}

/** Returns the differences between a type and the database, one sentence each. */
function differences(typed: Columns, stored: Columns): string[] {
  const found: string[] = [];
  for (const table of new Set([...stored.keys(), ...typed.keys()])) {
    const [types, columns] = [typed.get(table), stored.get(table)];
    if (!types) found.push(`${table} has no type in server/database/tables.`);
    else if (!columns) found.push(`${table} has a type, and is no table.`);
    else found.push(...columnDifferences(table, types, columns));
  }
  return found;
}

function columnDifferences(table: string, types: Column[], columns: Column[]): string[] {
  const found: string[] = [];
  const names = (of: Column[]) => of.map(({ name }) => name);
  for (const column of columns) {
    const type = types.find(({ name }) => name === column.name);
    if (!type) found.push(`${table}.${column.name} has no type.`);
    else found.push(...contradictions(type, column).map((so) => `${table}.${column.name} ${so}`));
  }
  for (const { name } of types) {
    if (!names(columns).includes(name)) {
      found.push(`${table}.${name} has a type, and is no column.`);
    }
  }
  return found;
}

function contradictions(type: Column, column: Column): string[] {
  const found: string[] = [];
  if (type.kind !== column.kind) found.push(`is ${column.kind}, and its type ${type.kind}.`);
  if (type.nullable !== column.nullable) {
    found.push(column.nullable ? "may be null, its type not." : "is never null, its type may be.");
  }
  if (type.filled && !column.filled) found.push("is Generated, and has no default.");
  if (column.words && String(type.words) !== String(column.words)) {
    found.push(`is one of ${column.words}, and its type one of ${type.words}.`);
  }
  return found;
}

Deno.test("the type of every table matches the database's columns", async () => {
  await using world = await createWorld();
  const stored = await storedTables(world.database);
  assert.ok(stored.size > 40, `${stored.size} tables were seen`);
  assertNone(
    differences(await typedTables(), stored),
    (sentence) => `${sentence} Change its type in server/database/tables, or add a migration.`,
  );
});

Deno.test("a missing type and a different type are detected", async () => {
  await using world = await createWorld();
  const { database } = world;
  for (
    const one of [
      "alter table tasks add column untyped integer",
      "drop trigger users_tell_update",
      "alter table users drop column shortcuts",
      "create table untyped (id text primary key) strict",
      "create table favourites as select * from favorites",
      "drop table favorites",
      `create table favorites (profile_id text not null, kind text check (kind in ('task', 'note')),
        subject_id integer not null, created_at text not null,
        position integer not null default 0) strict`,
      "alter table view_subscriptions add column muted integer not null default 0",
    ]
  ) {
    await database.write((tx) => sql.raw(one).execute(tx));
  }
  const typed = await typedTables();
  typed.get("sessions")!.find(({ name }) => name === "label")!.filled = true;
  assert.deepEqual(differences(typed, await storedTables(database)).sort(), [
    "favorites.kind is one of note,task, and its type one of project,task,team,view.",
    "favorites.kind may be null, its type not.",
    "favorites.subject_id is integer, and its type text.",
    "favourites has no type in server/database/tables.",
    "sessions.label is Generated, and has no default.",
    "tasks.untyped has no type.",
    "untyped has no type in server/database/tables.",
    "users.shortcuts has a type, and is no column.",
    "view_subscriptions.muted has no type.",
  ]);
});
