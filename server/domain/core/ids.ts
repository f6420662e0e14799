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
  return typeId(prefix, v7({ msecs: at.getTime() }, new Uint8Array(16)));
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A UUID's sixteen bytes as a TypeID: two bits that are always 0 go before them, so that five make a character.
 * https://github.com/jetify-com/typeid/tree/main/spec
 */
export function typeId(prefix: string, uuid: Uint8Array): string {
  let text = `${prefix}_`;
  let held = 0;
  let bits = 2;
  for (const byte of uuid) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5;) text += ALPHABET[held >> (bits -= 5) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}
