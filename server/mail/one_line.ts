import { withoutInvisible } from "../domain/core/invisible_characters.ts";

/** Maximum length of a name, in characters. */
export const LONGEST_NAME = 60;

/** Returns a text for use in a line: without line breaks and characters that reverse the text around them. */
export function oneLine(text: string, most: number): string {
  const line = withoutInvisible(text).replace(/[\s\p{Cc}]+/gu, " ").trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("").trimEnd()}…`;
}
