import { column, longText, type Plain } from "../change/columns.ts";
import type { TaskPlanner } from "./planners.ts";
import type { plainShapes, TaskPatch } from "./schema.ts";

type Field = keyof typeof plainShapes | "title";

/** Fields that tasks and templates store unchanged in a column of the same name, with their changes. */
export const plainFields = {
  title: undoable("title", column("title", "task.title_changed")),
  description: undoable("description", longText("description", "task.description_changed")),
} satisfies { [F in Field]: TaskPlanner<Exclude<TaskPatch[F], undefined>> };

function undoable<F extends Field, V>(field: F, plan: Plain<F, V>): Plain<F, V> {
  return (context, to) => {
    const change = plan(context, to);
    return change && { ...change, undo: { [field]: [context.record[field], to] } };
  };
}

export type PlainField = keyof typeof plainFields;
export const plainNames = Object.keys(plainFields) as PlainField[];

type PlainValues<G> = {
  [F in PlainField & keyof G]: undefined extends G[F] ? Exclude<G[F], undefined> | null : G[F];
};

/** Returns the stored values of an input; missing ones are null. */
export function plainValuesOf<G extends { [F in PlainField]?: unknown }>(given: G): PlainValues<G> {
  const values = Object.fromEntries(plainNames.map((name) => [name, given[name] ?? null]));
  return values as PlainValues<G>;
}

/**
 * Returns the members of a record's JSON object as SQL.
 * @param names all fields, in order
 * @param written the source of each field, except those in columns of `from`
 */
export function jsonFieldsText(
  names: readonly string[],
  written: Readonly<Record<string, string>>,
  from: string,
): string {
  return names.map((name) => `'${name}', ${written[name] ?? `${from}.${name}`}`).join(", ");
}
