/** JSON text that contains a `T`: built by SQL, passed on by the API, and parsed by views. */
export type Json<T> = string & { readonly holds?: T };

/** Parses stored JSON, or returns null if it is unreadable because someone edited the database. */
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
