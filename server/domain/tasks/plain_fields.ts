import { column, longText, type Plain } from "../change/columns.ts";
import type { TaskPlanner } from "./planners.ts";
import type { plainShapes, TaskPatch } from "./schema.ts";

type Field = keyof typeof plainShapes | "title";

/** The fields that a column of their name keeps as they are given, in tasks and in their templates: how each changes. */
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

/** What is kept of what was given: null where nothing was said. */
export function plainValuesOf<G extends { [F in PlainField]?: unknown }>(given: G): PlainValues<G> {
  const values = Object.fromEntries(plainNames.map((name) => [name, given[name] ?? null]));
  return values as PlainValues<G>;
}

/**
 * The members of a record's JSON object in SQL text.
 * @param names all its fields, in their order
 * @param written what each is read from, but for those that the row of `from` keeps
 */
export function jsonFieldsText(
  names: readonly string[],
  written: Readonly<Record<string, string>>,
  from: string,
): string {
  return names.map((name) => `'${name}', ${written[name] ?? `${from}.${name}`}`).join(", ");
}
