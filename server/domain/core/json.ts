/** JSON text of a `T`, built by SQL, sent by the API as it is, and parsed by views. */
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
