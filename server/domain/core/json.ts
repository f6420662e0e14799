/** JSON text that is known to hold a `T`: what SQL built, an API passes on, and a view parses. */
export type Json<T> = string & { readonly holds?: T };

export function parseJson<T>(json: Json<T>): T {
  return JSON.parse(json) as T;
}
