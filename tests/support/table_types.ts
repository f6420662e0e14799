import {
  healths,
  keptRelations,
  notificationKinds,
  projectStatuses,
  taskStatuses,
} from "../../server/domain/vocabulary.ts";
import { readSources, repository, withoutComments } from "./source.ts";

/** A column's values according to its type or the database. */
export interface Column {
  name: string;
  kind: "text" | "integer";
  nullable: boolean;
  /** Whether rows can be added without it, because the database has a default. */
  filled: boolean;
  /** The allowed values, or `undefined` if any text is allowed. */
  words: string[] | undefined;
}

export type Columns = Map<string, Column[]>;

/** Returns the tables by name according to their interfaces in `server/database/tables`. */
export async function typedTables(): Promise<Columns> {
  const tables: Columns = new Map();
  for (const { path, text } of await readSources([".ts"], `${repository}/server/database/tables`)) {
    for (const [table, columns] of tablesOf(withoutComments(text))) {
      if (tables.has(table)) throw new Error(`${path} has a second type for ${table}.`);
      tables.set(table, columns);
    }
  }
  return tables;
}

/** The types of columns that come from the vocabulary. */
const vocabulary: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["TaskStatus", taskStatuses],
  ["KeptRelation", keptRelations],
  ["ProjectStatus", projectStatuses],
  ["Health", healths],
  ["NotificationKind", notificationKinds],
]);

const fields = (body: string) =>
  [...body.matchAll(/^ {2}(\w+): ([^;]+);$/gm)].map(([, name, type]) => [name!, type!] as const);

function tablesOf(code: string): [table: string, columns: Column[]][] {
  const interfaces = new Map(
    [...code.matchAll(/^(?:export )?interface (\w+) \{\n([^}]*)\}$/gm)]
      .map(([, name, body]) => [name!, fields(body!)]),
  );
  const short = new Map(
    [...code.matchAll(/^type (\w+) = ([^;]+);$/gm)].map(([, a, b]) => [a!, b!]),
  );
  const [, exported] = /^export interface (\w+)/m.exec(code)!;
  return interfaces.get(exported!)!.map(([table, type]) => [
    table,
    (interfaces.get(type) ?? []).map(([name, written]) => columnOf(name, written, short)),
  ]);
}

function columnOf(name: string, written: string, short: ReadonlyMap<string, string>): Column {
  const filled = /^Generated<(.*)>$/s.exec(written)?.[1];
  const parts = (filled ?? written).split(/\s*\|\s*/)
    .flatMap((part) => (short.get(part) ?? part).split(/\s*\|\s*/))
    .flatMap((part) => vocabulary.get(part)?.map((one) => `"${one}"`) ?? part);
  const values = parts.filter((part) => part !== "null" && part !== "");
  return {
    name,
    kind: values.every((part) => /^(number|\d+)$/.test(part)) ? "integer" : "text",
    nullable: parts.includes("null"),
    filled: filled !== undefined,
    words: values.every((part) => part.startsWith('"'))
      ? values.map((part) => part.slice(1, -1)).sort()
      : undefined,
  };
}
