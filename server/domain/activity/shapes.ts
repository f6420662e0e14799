import { z } from "zod";

/** The kinds of records whose IDs can be in an entry's data. */
export type Nameable =
  | "task"
  | "project"
  | "milestone"
  | "team"
  | "profile"
  | "state"
  | "workflow"
  | "label"
  | "comment"
  | "resource"
  | "approval"
  | "automation"
  | "credential";

/** A record ID in an entry's data, with the kind of record. */
export interface Id extends z.ZodString {
  readonly names: Nameable;
}

/** Returns the shape of a record's ID. */
export function id(names: Nameable): Id {
  return Object.assign(z.string(), { names });
}

type Maybe<S extends z.ZodType> = S | z.ZodNullable<S>;
type Fields =
  & Readonly<Record<string, z.ZodType>>
  & { readonly id?: Id }
  & { readonly [field: `${string}Id`]: Maybe<Id> }
  & { readonly [field: `${string}Ids`]: Maybe<z.ZodArray<Id>> };

/** Returns the shape of a record in an entry, with its names at that time. An ID names its kind of record. */
export function record<F extends Fields>(fields: F): z.ZodObject<F> {
  return z.strictObject(fields) as unknown as z.ZodObject<F>;
}

/** Returns the shape of a record with its ID and name. */
export function named(noun: Nameable) {
  return record({ id: id(noun), name: z.string() });
}

/** Returns the shape of an old and a new value. */
export function changed<S extends z.ZodType>(what: S): { from: S; to: S } {
  return { from: what, to: what };
}

/** Returns the shape of a record that can replace another one. */
export function placed<S extends z.ZodType>(what: S) {
  return changed(what.nullable());
}

/** Returns the shape of a change that appears in the activity of both sides, from each side's view. */
export function either<S extends z.ZodType>(what: S) {
  return changed(what.optional());
}

/** The place of a record ID in an entry's data. */
export interface IdPlace {
  names: Nameable;
  /** The path in the data, or in the list's items: `$.to.id`. */
  path: string;
  /** The path of a list of such places: `$.to`. */
  list?: string;
}

/** Returns every place of a record ID in a shape. */
export function idPlacesIn(shape: z.ZodType, path = "$", list?: string): IdPlace[] {
  if (isId(shape)) return [{ names: shape.names, path, ...(list ? { list } : {}) }];
  if (shape instanceof z.ZodNullable || shape instanceof z.ZodOptional) {
    return idPlacesIn(shape.unwrap() as z.ZodType, path, list);
  }
  if (shape instanceof z.ZodArray) {
    if (list) throw new TypeError(`${path} is a list in a list.`);
    return idPlacesIn(shape.element as z.ZodType, "$", path);
  }
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(shape.shape)
    .flatMap(([field, inner]) => idPlacesIn(inner, `${path}.${field}`, list));
}

function isId(shape: z.ZodType): shape is Id {
  return "names" in shape;
}
