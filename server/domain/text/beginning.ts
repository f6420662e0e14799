/**
 * Returns a text, or the start of a long one: whole lines if possible, and so much shorter that the rest is worth
 * opening.
 * @param most the maximum number of characters of a text that isn't long
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = Math.floor(most * 0.8);
  const line = text.lastIndexOf("\n", room);
  return text.slice(0, line > room / 2 ? line : room).replace(/[\ud800-\udbff]$/, "");
}
