/** Reads one field of a form, or of a URL that fills one in. What can't be decoded goes on as it was typed. */
export type Reader<T> = (fields: URLSearchParams, name: string) => T;

/** The fields of a form, each with how it is read. */
export type Form = Readonly<Record<string, Reader<unknown>>>;

/** What a form gives. */
export type ValuesOf<F extends Form> = { [K in keyof F]: ReturnType<F[K]> };

/** Reads every field of a form. */
export function readFields<F extends Form>(form: F, fields: URLSearchParams): ValuesOf<F> {
  const values = Object.entries(form).map(([name, read]) => [name, read(fields, name)]);
  return Object.fromEntries(values) as ValuesOf<F>;
}

/** A text; empty where it wasn't sent. */
export const text: Reader<string> = (fields, name) => fields.get(name) ?? "";

/** A text that says nothing where it is empty. */
export const filled: Reader<string | undefined> = (fields, name) =>
  fields.get(name)?.trim() ? fields.get(name)! : undefined;

/** A text that takes a value away where it is empty. */
export const clearable: Reader<string | null> = (fields, name) => fields.get(name) || null;

/** A field that may be left out of the form altogether: undefined where it was. */
export const optional: Reader<string | undefined> = (fields, name) => fields.get(name) ?? undefined;

/** A box; one that isn't ticked isn't sent. */
export const ticked: Reader<boolean> = (fields, name) => fields.has(name);

/** Every value under one name; undefined where there is none. */
export const many: Reader<string[] | undefined> = (fields, name) =>
  fields.has(name) ? fields.getAll(name) : undefined;

/** A number; what is none goes on as one that isn't, to be refused. */
export const number: Reader<number> = (fields, name) => Number(fields.get(name) ?? NaN);
