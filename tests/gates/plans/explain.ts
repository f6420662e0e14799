import { CompiledQuery, type Kysely } from "kysely";
import type { Tables } from "../../../server/database/tables.ts";

/** Returns the tables that a statement scans completely, which gets slower as they grow. https://sqlite.org/eqp.html */
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
    // Intermediate results, such as JSON arrays, and search index results aren't tables
    const scanned = detail.includes("VIRTUAL TABLE") ? null : /^SCAN (\w+)/.exec(detail);
    const table = names.get(scanned?.[1] ?? "");
    return table === undefined ? [] : [`${table} (${detail})`];
  });
}

/** Returns the steps of a statement's query plan. */
export async function planOf(
  db: Kysely<Tables>,
  sql: string,
  parameters: readonly unknown[],
): Promise<string[]> {
  const query = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(query);
  return rows.map(({ detail }) => detail);
}

/** Returns a statement's tables by their aliases. */
function aliasesOf(sql: string): Map<string, string> {
  const aliases = new Map<string, string>();
  const named = /\b(?:from|join|update|into)\s+"?(\w+)"?(?:\s+(?:as\s+)?"?(\w+)"?)?/gi;
  for (const [, table, alias] of sql.matchAll(named)) {
    aliases.set(table!, table!);
    if (alias) aliases.set(alias, table!);
  }
  return aliases;
}
