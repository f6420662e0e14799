import { CompiledQuery, type Kysely } from "kysely";
import type { Tables } from "../../../server/database/tables.ts";

/** The tables that a statement reads from end to end: what it costs grows with them. https://sqlite.org/eqp.html */
export async function tablesScanned(
  db: Kysely<Tables>,
  sql: string,
  parameters: readonly unknown[],
): Promise<string[]> {
  const plan = await planOf(db, sql, parameters);
  const names = aliasesOf(sql);
  for (const detail of plan) {
    names.delete(/^(?:CO-ROUTINE|MATERIALIZE) (\w+)/.exec(detail)?.[1] ?? "");
  }
  return plan.flatMap((detail) => {
    // What is made on the way, a JSON array say, and what the search index finds, is no table
    const scanned = detail.includes("VIRTUAL TABLE") ? null : /^SCAN (\w+)/.exec(detail);
    const table = names.get(scanned?.[1] ?? "");
    return table === undefined ? [] : [`${table} (${detail})`];
  });
}

/** The steps in which a statement is done. */
export async function planOf(
  db: Kysely<Tables>,
  sql: string,
  parameters: readonly unknown[],
): Promise<string[]> {
  const query = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(query);
  return rows.map(({ detail }) => detail);
}

/** The tables of a statement by the names that it gives them. */
function aliasesOf(sql: string): Map<string, string> {
  const aliases = new Map<string, string>();
  const named = /\b(?:from|join|update|into)\s+"?(\w+)"?(?:\s+(?:as\s+)?"?(\w+)"?)?/gi;
  for (const [, table, alias] of sql.matchAll(named)) {
    aliases.set(table!, table!);
    if (alias) aliases.set(alias, table!);
  }
  return aliases;
}
