import { sql } from "kysely";
import type { Db } from "../../../server/domain/core/operation.ts";
import { columnsLeftOut, furtherReferences } from "./tables.ts";

/** An exported table, as described by the database. */
export interface Shape {
  table: string;
  /** The exported columns: all except counts and `seq`, which is only valid in this database. */
  columns: string[];
  /** The columns that order the rows. */
  key: string[];
  /** Columns with IDs of records of the same workspace. */
  references: string[];
  /** Columns with IDs of the same table, whose record can come later. */
  ownReferences: string[];
  /** Columns with a person, who is identified by email in an export. */
  people: string[];
}

/** Reads a table's description. https://sqlite.org/pragma.html, "table_info" and "foreign_key_list" */
export async function shapeOf(db: Db, table: string): Promise<Shape> {
  const { rows: columns } = await sql<{ name: string; pk: number }>`
    select name, pk from pragma_table_info(${table}) order by cid`.execute(db);
  const { rows: foreign } = await sql<{ table: string; column: string }>`
    select "table" as "table", "from" as "column" from pragma_foreign_key_list(${table})`
    .execute(db);
  const to = (wanted: (other: string) => boolean) =>
    foreign.filter((one) => wanted(one.table)).map(({ column }) => column);
  return {
    table,
    columns: columns.map(({ name }) => name).filter((name) =>
      name !== "seq" && !columnsLeftOut[table]?.includes(name)
    ),
    key: columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk).map(({ name }) => name),
    references: [
      ...to((other) => other !== "users" && other !== table),
      ...furtherReferences[table] ?? [],
    ],
    ownReferences: to((other) => other === table),
    people: to((other) => other === "users"),
  };
}
