/** Returns whether each typed word is the start of a word in the text. */
export function fits(typed: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return typed.toLowerCase().split(/\s+/).every((word) =>
    words.some((one) => one.startsWith(word))
  );
}

/** The error for typed text that isn't a date. */
export const noDay = "Date not recognized. Try tomorrow, fri, 7d, 24 dec, or 2026-12-24.";
