import { randomInt } from "node:crypto";

/** Without vowels, so that no word is made, and without what looks like another. */
const SIGNS = "bcdfghjkmnpqrstvwxz23456789";

/**
 * The ending of a key that is made from a name. It is drawn anew for every record, so that none tells of another by
 * that name which is hidden.
 * @param length how many characters: small letters and digits
 */
export function drawnEnding(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}
