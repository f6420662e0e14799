import { sql } from "kysely";
import { SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import type { Db } from "../../../server/domain/core/operation.ts";
import { namedWorkspace } from "../named_workspace.ts";
import { FORMAT, FORMAT_VERSION, type Header, type Line, PERSON, personColumns } from "./format.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { exportedTables } from "./tables.ts";

/** The number of rows per query. */
const PAGE = 1_000;

/**
 * Yields a workspace as one line per record, always in the same order.
 * @param db a transaction, for consistent data
 * @throws Failure if there is no such workspace, or several and none was chosen
 */
export async function* exportLines(db: Db, wanted: string | undefined): AsyncGenerator<string> {
  const workspace = await namedWorkspace(db, wanted);
  const header: Header = {
    format: FORMAT,
    version: FORMAT_VERSION,
    schemaVersion: SCHEMA_VERSION,
    workspaceId: workspace.id,
    name: workspace.name,
  };
  yield JSON.stringify(header);
  let records = 0;
  for await (const line of recordsOf(db, workspace.id)) {
    yield JSON.stringify(line);
    records++;
  }
  yield JSON.stringify({ kind: "end", records });
}

async function* recordsOf(db: Db, workspaceId: string): AsyncGenerator<Line> {
  const people = await db.selectFrom("users as u")
    .innerJoin("profiles as p", "p.user_id", "u.id")
    .select(["u.id", ...personColumns.map((column) => `u.${column}` as const)])
    .where("p.workspace_id", "=", workspaceId).orderBy("u.email").execute();
  const addresses = new Map(people.map(({ id, email }) => [id, email]));
  for (const { id: _, ...record } of people) yield { kind: PERSON, record };
  for (const [table, rows] of exportedTables) {
    const shape = await shapeOf(db, table);
    for await (const record of rowsOf(db, shape, rows, workspaceId)) {
      for (const column of shape.people) {
        record[column] = addresses.get(String(record[column])) ?? null;
      }
      yield { kind: table, record };
    }
  }
}

async function* rowsOf(
  db: Db,
  { table, columns, key }: Shape,
  rows: string,
  workspaceId: string,
): AsyncGenerator<Line["record"]> {
  const keyRow = sql`(${sql.join(key.map((column) => sql.ref(column)))})`;
  const parts = rows.split(":workspace").map((part) => sql.raw(part));
  const ofWorkspace = sql.join(parts, sql`${workspaceId}`);
  const selected = sql.join([...new Set([...columns, ...key])].map((column) => sql.ref(column)));
  let after = sql``;
  while (true) {
    const page = await sql<Line["record"]>`
      select ${selected} from ${sql.table(table)} where ${ofWorkspace} ${after}
      order by ${sql.join(key.map((column) => sql.ref(column)))} limit ${sql.lit(PAGE)}`
      .execute(db);
    for (const row of page.rows) {
      yield Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
    }
    if (page.rows.length < PAGE) return;
    const last = page.rows.at(-1)!;
    after = sql`and ${keyRow} > (${sql.join(key.map((column) => last[column]))})`;
  }
}
