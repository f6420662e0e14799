import { v7 } from "uuid";

/** The kinds of ids. `RULES.md`, Vocabularies. */
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
  | "audit";

/**
 * A new TypeID: the prefix and 26 characters that sort by time.
 * @param at the moment it stands for; ids made in one millisecond sort in any order
 */
export function newId(prefix: IdPrefix, at: Date): string {
  return idOf(prefix, v7({ msecs: at.getTime() }, new Uint8Array(16)));
}

/** The id that sorts before every one made at a moment or later. */
export function firstIdAt(prefix: IdPrefix, at: Date): string {
  const msecs = at.getTime();
  return idOf(prefix, v7({ msecs, seq: 0, random: new Uint8Array(16) }, new Uint8Array(16)));
}

/** The digits of a TypeID. https://github.com/jetify-com/typeid/tree/main/spec */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A UUID's 128 bits in digits of five each, before which two are 0. */
function idOf(prefix: IdPrefix, uuid: Uint8Array): string {
  let id = `${prefix}_`;
  let value = 0;
  let bits = 2;
  for (const byte of uuid) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5;) {
      bits -= 5;
      id += DIGITS[value >> bits];
      value &= (1 << bits) - 1;
    }
  }
  return id;
}
