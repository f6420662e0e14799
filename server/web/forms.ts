import type { z } from "zod";
import { type TypedText, typedText } from "../domain/core/typed_text.ts";

/** Reads one field of a form, or of a URL that fills one in. What can't be decoded goes on as it was typed. */
export type FieldReader<T> = (fields: URLSearchParams, name: string) => T;

/** The fields of a form, each with how it is read. */
export type Form = Readonly<Record<string, FieldReader<unknown>>>;

/** What a form gives. */
export type ValuesOf<F extends Form> = { [K in keyof F]: ReturnType<F[K]> };

/** Reads every field of a form. */
export function readFields<F extends Form>(form: F, fields: URLSearchParams): ValuesOf<F> {
  const values = Object.entries(form).map(([name, read]) => [name, read(fields, name)]);
  return Object.fromEntries(values) as ValuesOf<F>;
}

/** A text; empty where it wasn't sent. */
export const text: FieldReader<string> = (fields, name) => fields.get(name) ?? "";

/** A text that says nothing where it is empty. */
export const filled: FieldReader<string | undefined> = (fields, name) =>
  fields.get(name)?.trim() ? fields.get(name)! : undefined;

/** A field that may be left out of the form altogether: undefined where it was. */
export const optional: FieldReader<string | undefined> = (fields, name) =>
  fields.get(name) ?? undefined;

/** Reads a checkbox. Browsers send only checked ones. */
export const checked: FieldReader<boolean> = (fields, name) => fields.has(name);

/** Every value under one name; undefined where there is none. */
export const many: FieldReader<string[] | undefined> = (fields, name) =>
  fields.has(name) ? fields.getAll(name) : undefined;

/** A number; what is none goes on as one that isn't, to be refused. */
export const number: FieldReader<number> = (fields, name) => Number(fields.get(name) ?? NaN);

/** Where something is to stand in its list; undefined where a form doesn't say. */
export const placeIn: FieldReader<number | undefined> = (fields, name) =>
  fields.has(name) ? Number(fields.get(name)) : undefined;

type Shape = Readonly<Record<string, z.ZodType>>;
type FormOf<S extends Shape> = { [F in keyof S]: FieldReader<z.input<S[F]> | undefined> };

/** The fields of what a form makes, as their schemas take them: an empty one says nothing. */
export function makingForm<S extends Shape>(shape: S): FormOf<S> {
  return formOf(shape, ({ read }) => (text) => text.trim() === "" ? undefined : read(text));
}

/** The fields of what a form changes: an empty one takes the value away, where there may be none. */
export function changingForm<S extends Shape>(shape: S): FormOf<S> {
  return formOf(shape, ({ none, read }) => (text) => text === "" && none ? null : read(text));
}

function formOf<S extends Shape>(
  shape: S,
  reading: (field: TypedText) => (text: string) => unknown,
): FormOf<S> {
  const readers = Object.entries(shape).map(([field, schema]): [string, FieldReader<unknown>] => {
    // Not before it is asked for: every form together would cost each start as much as a page.
    let typed: TypedText | undefined;
    return [field, (fields, name) => {
      typed ??= typedText(schema);
      return typed.list ? many(fields, name) : reading(typed)(fields.get(name) ?? "");
    }];
  });
  return Object.fromEntries(readers) as FormOf<S>;
}
