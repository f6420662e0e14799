import { z } from "zod";

/** What can stand in an entry's data by its id. */
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

/** A place in an entry's data where a record's id stands, and of what. */
export type Id = z.ZodString & { readonly names: Nameable };

/** The id of a record. */
export function id(names: Nameable): Id {
  return Object.assign(z.string(), { names });
}

type Maybe<S extends z.ZodType> = S | z.ZodNullable<S>;
type Fields =
  & Readonly<Record<string, z.ZodType>>
  & { readonly id?: Id }
  & { readonly [field: `${string}Id`]: Maybe<Id> }
  & { readonly [field: `${string}Ids`]: Maybe<z.ZodArray<Id>> };

/** A record as history keeps it, with the names that it had. What holds an id says whose. */
export function record<F extends Fields>(fields: F): z.ZodObject<F> {
  return z.strictObject(fields) as unknown as z.ZodObject<F>;
}

/** A record by its id and name. */
export function named(noun: Nameable) {
  return record({ id: id(noun), name: z.string() });
}

/** What was, and what is. */
export function changed<S extends z.ZodType>(what: S): { from: S; to: S } {
  return { from: what, to: what };
}

/** What stands in the place of nothing, or of what is in another's place. */
export function placed<S extends z.ZodType>(what: S) {
  return changed(what.nullable());
}

/** One of both: a change that both of its sides tell, each from where it stands. */
export function either<S extends z.ZodType>(what: S) {
  return changed(what.optional());
}

/** A place in an entry's data where a record's id stands. */
export interface IdPlace {
  names: Nameable;
  /** Into the data, or into the list's items: `$.to.id`. */
  path: string;
  /** Where a list of such places stands: `$.to`. */
  list?: string;
}

/** Every place in a shape where a record's id stands. */
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
