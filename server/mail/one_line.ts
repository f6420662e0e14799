import { withoutInvisible } from "../domain/core/invisible_characters.ts";

/** How long a name is shown, in characters. */
export const LONGEST_NAME = 60;

/** A text as a part of one line: nothing in it breaks, or turns around, what stands beside it. */
export function oneLine(text: string, most: number): string {
  const line = withoutInvisible(text).replace(/[\s\p{Cc}]+/gu, " ").trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("").trimEnd()}…`;
}
