import { randomInt } from "node:crypto";

/** Latin letters without their accents: `Übersicht` becomes `Ubersicht`. Other scripts stay as they are. */
function plainLetters(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * Returns a name as a part of a URL: lowercase letters, digits, and single dashes.
 * @param most the maximum number of characters
 * @returns an empty text if the name has no Latin letters or digits
 */
export function slug(name: string, most: number): string {
  return plainLetters(name).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-/, "")
    .slice(0, most).replace(/-$/, "");
}

/**
 * Returns the first three letters and digits of a name, starting with a letter: `Engineering` becomes `ENG`. Returns an
 * empty text without a letter.
 */
export function shortKey(name: string): string {
  return plainLetters(name).toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/^\d+/, "").slice(0, 3);
}

/** Characters without vowels, so that no words appear, and without similar-looking ones. */
const SIGNS = "bcdfghjkmnpqrstvwxz23456789";

/**
 * Returns a random ending for a key. It differs for every record, so that a key reveals no hidden record with the same
 * name.
 * @param length the number of lowercase letters and digits
 */
export function drawnEnding(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}
