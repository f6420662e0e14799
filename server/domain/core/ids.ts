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

/** Crockford's base32 in lower case, as TypeIDs are written. https://github.com/jetify-com/typeid/tree/main/spec */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new TypeID: the prefix and 26 characters that sort by time.
 * @param at the moment it stands for; ids made in one millisecond sort in any order
 */
export function newId(prefix: IdPrefix, at: Date): string {
  return `${prefix}_${base32(v7({ msecs: at.getTime() }, new Uint8Array(16)))}`;
}

/** The 128 bits of a UUID, five in a character; two zeros stand before the first. */
function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let count = 2;
  for (const byte of bytes) {
    bits = bits << 8 | byte;
    count += 8;
    for (; count >= 5; bits &= (1 << count) - 1) {
      count -= 5;
      text += DIGITS[bits >> count];
    }
  }
  return text;
}
