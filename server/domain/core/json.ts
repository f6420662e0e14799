/** JSON text that is known to hold a `T`: what SQL built, an API passes on, and a view parses. */
export type Json<T> = string & { readonly holds?: T };

/** What is kept as JSON text; null where that can't be read: somebody has been at the database. */
export function keptIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function parseJson<T>(json: Json<T>): T {
  return JSON.parse(json) as T;
}
