import { randomInt } from "node:crypto";

/** Latin letters without their accents: `Übersicht` reads `Ubersicht`. Other scripts stay as they are. */
function plainLetters(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * A name as part of an address: small letters, digits and single dashes.
 * @param most how many characters at most
 * @returns empty where the name has neither Latin letters nor digits
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
