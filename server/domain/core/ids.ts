import { fromUUIDBytes } from "typeid-js";
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
  | "audit"
  | "mail";

/**
 * A new TypeID: the prefix and 26 characters that sort by time.
 * @param at the moment it stands for; ids made in one millisecond sort in any order
 */
export function newId(prefix: IdPrefix, at: Date): string {
  const bytes = v7({ msecs: at.getTime() }, new Uint8Array(16));
  return fromUUIDBytes(prefix, bytes);
}

/** The id that sorts before every one made at a moment or later. */
export function firstIdAt(prefix: IdPrefix, at: Date): string {
  const msecs = at.getTime();
  const bytes = v7({ msecs, seq: 0, random: new Uint8Array(16) }, new Uint8Array(16));
  return fromUUIDBytes(prefix, bytes);
}
