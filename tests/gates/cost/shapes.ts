/** The texts that cost the most to search, parse, or render. Each repeats something up to the maximum length. */
const units = {
  letters: () => "a",
  words: (n: number) => `${letters(n, 3 + n % 7)} `,
  longWords: (n: number) => `${letters(n, 190)} `,
  shortWords: (n: number) => `${letters(n, 1)} `,
  numbers: () => "1/1/1.1-1 ",
  checkboxes: () => "- [ ] a\n",
  references: () => "ENG-1 ",
  mentions: () => "@ada ",
  tables: (
    n: number,
  ) => (n === 0 ? `${"|a".repeat(8)}|\n${"|-".repeat(8)}|\n` : `${"|a".repeat(8)}|\n`),
  lists: (n: number) => `${"  ".repeat(n % 12)}- a\n`,
  headings: () => "# a\n",
  links: () => "[a](/b) ",
  addresses: () => "https://a.bc ",
  emphasis: () => "*a**b** _c_ `d` ",
  openings: () => "*[_`![",
  quotes: (n: number) => `${">".repeat(1 + n % 12)} a\n\n`,
};

export type Shape = keyof typeof units;
export const shapes = Object.keys(units) as Shape[];

/** Returns a text of a shape. @param length in characters */
export function textOf(shape: Shape, length: number): string {
  const parts: string[] = [];
  for (let n = 0, size = 0; size < length; n++) {
    const part = units[shape](n);
    parts.push(part);
    size += part.length;
  }
  return parts.join("").slice(0, length).trimEnd();
}

/** Returns letters that look random and are the same in each run. */
function letters(seed: number, count: number): string {
  let [state, word] = [(seed + 1) * 2_654_435_761 >>> 0, ""];
  for (let n = 0; n < count; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    word += String.fromCharCode(97 + (state >>> 16) % 26);
  }
  return word;
}
