/** Whether a text has each word that was typed, or words that begin so. */
export function fits(typed: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return typed.toLowerCase().split(/\s+/).every((word) =>
    words.some((one) => one.startsWith(word))
  );
}

/** What is said of what was typed for a day and is none. */
export const noDay =
  "That is no day that is understood. Type tomorrow, fri, 7d, 24 dec or 2026-12-24.";
