import type { z } from "zod";
import { type TypedText, typedText } from "../domain/core/typed_text.ts";

/** Reads one field of a form, or of a URL that fills in a form. Invalid values are passed on as typed. */
export type FieldReader<T> = (fields: URLSearchParams, name: string) => T;

/** The fields of a form, each with its reader. */
export type Form = Readonly<Record<string, FieldReader<unknown>>>;

/** The values of a form. */
export type ValuesOf<F extends Form> = { [K in keyof F]: ReturnType<F[K]> };

/** Reads every field of a form. */
export function readFields<F extends Form>(form: F, fields: URLSearchParams): ValuesOf<F> {
  const values = Object.entries(form).map(([name, read]) => [name, read(fields, name)]);
  return Object.fromEntries(values) as ValuesOf<F>;
}

/** Reads a text. Missing text is empty. */
export const text: FieldReader<string> = (fields, name) => fields.get(name) ?? "";

/** Reads a text. Empty text is undefined. */
export const filled: FieldReader<string | undefined> = (fields, name) =>
  fields.get(name)?.trim() ? fields.get(name)! : undefined;

/** Reads an optional field. A missing field is undefined. */
export const optional: FieldReader<string | undefined> = (fields, name) =>
  fields.get(name) ?? undefined;

/** Reads a checkbox. Browsers send only checked ones. */
export const checked: FieldReader<boolean> = (fields, name) => fields.has(name);

/** Reads all values of one name, or undefined if there are none. */
export const many: FieldReader<string[] | undefined> = (fields, name) =>
  fields.has(name) ? fields.getAll(name) : undefined;

/** Reads a number. Invalid numbers become NaN, which the operation refuses. */
export const number: FieldReader<number> = (fields, name) => Number(fields.get(name) ?? NaN);

/** Reads a position in a list, or undefined if the form has none. */
export const placeIn: FieldReader<number | undefined> = (fields, name) =>
  fields.has(name) ? Number(fields.get(name)) : undefined;

type Shape = Readonly<Record<string, z.ZodType>>;
type FormOf<S extends Shape> = { [F in keyof S]: FieldReader<z.input<S[F]> | undefined> };

/** Returns the fields of a form that creates a record, by its schema. Empty fields are omitted. */
export function makingForm<S extends Shape>(shape: S): FormOf<S> {
  return formOf(shape, ({ read }) => (text) => text.trim() === "" ? undefined : read(text));
}

/** Returns the fields of a form that changes a record. An empty field clears the value, if the schema allows it. */
export function changingForm<S extends Shape>(shape: S): FormOf<S> {
  return formOf(shape, ({ none, read }) => (text) => text === "" && none ? null : read(text));
}

function formOf<S extends Shape>(
  shape: S,
  reading: (field: TypedText) => (text: string) => unknown,
): FormOf<S> {
  const readers = Object.entries(shape).map(([field, schema]): [string, FieldReader<unknown>] => {
    // Created on demand, because creating every form at startup would take as long as a page.
    let typed: TypedText | undefined;
    return [field, (fields, name) => {
      typed ??= typedText(schema);
      return typed.list ? many(fields, name) : reading(typed)(fields.get(name) ?? "");
    }];
  });
  return Object.fromEntries(readers) as FormOf<S>;
}
