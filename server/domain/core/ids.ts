import { v7 } from "uuid";

/** The kinds of IDs. `RULES.md`, Vocabularies. */
export type IdPrefix =
  | "user"
  | "sess"
  | "ws"
  | "prof"
  | "team"
  | "flow"
  | "state"
  | "label"
  | "task"
  | "proj"
  | "mile"
  | "upd"
  | "plabel"
  | "ptmpl"
  | "act"
  | "cred"
  | "auto"
  | "agent"
  | "com"
  | "appr"
  | "res"
  | "note"
  | "tmpl"
  | "view"
  | "inv"
  | "audit"
  | "mail";

/**
 * Creates a TypeID: the prefix and 26 characters that sort by time.
 * @param at the time in the ID; IDs of the same millisecond have no order
 */
export function newId(prefix: IdPrefix, at: Date): string {
  const bytes = v7({ msecs: at.getTime() }, new Uint8Array(16));
  return typeIdOf(prefix, bytes);
}

/** Returns the ID that sorts before every ID created at a time or later. */
export function firstIdAt(prefix: IdPrefix, at: Date): string {
  const msecs = at.getTime();
  const bytes = v7({ msecs, seq: 0, random: new Uint8Array(16) }, new Uint8Array(16));
  return typeIdOf(prefix, bytes);
}

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Returns a TypeID: its prefix, and the 128 bits of a UUID as 26 digits of five bits. A package for this would take 3 %
 * of the startup time. https://github.com/jetify-com/typeid/tree/main/spec
 */
function typeIdOf(prefix: IdPrefix, uuid: Uint8Array): string {
  let id = `${prefix}_`;
  // The first digit begins with two bits of zero
  let [rest, bits] = [0, 2];
  for (const byte of uuid) {
    rest = (rest << 8) | byte;
    for (bits += 8; bits >= 5; rest &= (1 << bits) - 1) {
      bits -= 5;
      id += DIGITS[rest >>> bits];
    }
  }
  return id;
}
