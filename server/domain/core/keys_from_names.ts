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

/** The first three letters and digits of a name, a letter first: `Engineering` gives `ENG`; empty where there is none. */
export function shortKey(name: string): string {
  return plainLetters(name).toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/^\d+/, "").slice(0, 3);
}

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
