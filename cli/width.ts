/** What measures texts with wide letters and emoji, once there is one: loading it takes a third of a start. */
let measure: ((text: string) => number) | undefined;

/** Sees to it that a text is measured as a terminal shows it. To be awaited before it is drawn. */
export async function learnWidths(text: string): Promise<void> {
  if (measure === undefined && /[^ -\u02ff…→—]/.test(text)) {
    measure = (await import("string-width")).default;
  }
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  return measure ? measure(text) : text.length;
}
