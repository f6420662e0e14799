/** Measures wide letters and emoji. Loaded only when needed, because loading takes a third of a start. */
let measure: ((text: string) => number) | undefined;

/** Loads the measuring of wide letters if a text has some. Call before formatting the text. */
export async function learnWidths(text: string): Promise<void> {
  if (measure === undefined && /[^ -\u02ff…→—]/.test(text)) {
    measure = (await import("string-width")).default;
  }
}

/** Returns the number of terminal columns that a text takes. */
export function widthOf(text: string): number {
  return measure ? measure(text) : text.length;
}
