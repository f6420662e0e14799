/** Whether a text has each word that was typed, or words that begin so. */
export function fits(typed: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return typed.toLowerCase().split(/\s+/).every((word) =>
    words.some((one) => one.startsWith(word))
  );
}
