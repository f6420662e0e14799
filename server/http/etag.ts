import { hash } from "node:crypto";
import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import { Stale } from "../domain/core/errors.ts";
import type { Env } from "./env.ts";

/**
 * Returns the ETag of a record whose text is long: its version, and the workspace's revision, which changes with the
 * related records that the text shows. Some versions have a second part for such records, for example a project's
 * progress. A 304 therefore needs only the version. RFC 9110, 8.8.3
 */
export function etagOf(member: Member, version: number | string): string {
  return `"${version}.${member.workspace.revision}"`;
}

/** Returns whether the client has this ETag already. RFC 9110, 13.1.2 */
export function hasCurrent(c: Context<Env>, etag: string): boolean {
  const held = c.req.header("if-none-match");
  if (held === undefined) return false;
  if (held === etag) return true;
  return held.trim() === "*" ||
    held.split(",").some((one) => opaque(one.trim()) === opaque(etag));
}

/** Returns the part of an ETag that is compared, weak or not. RFC 9110, 8.8.3.2 */
function opaque(etag: string): string {
  return etag.replace(/^W\//, "");
}

/**
 * Returns the ETag of a response that isn't a single record: it changes whenever the text does. It is weak, because the
 * same text can be sent compressed. RFC 9110, 8.8.1
 */
export function etagOfText(text: string): string {
  return `W/"${hash("sha256", text, "base64url").slice(0, 22)}"`;
}

/** The maximum number of stored characters. Beyond it, all texts are dropped, which only costs hashing them again. */
const MOST_KEPT = 2_000_000;

/**
 * The ETags of recent responses. A client that repeats a request gets the same text until something changes. Finding
 * the text here takes a fifth of the time of hashing it.
 */
export class TextEtags {
  #kept = new Map<string, string>();
  #characters = 0;

  /** Returns the same as `etagOfText`. */
  of(text: string): string {
    return this.#kept.get(text) ?? this.#keep(text, etagOfText(text));
  }

  #keep(text: string, etag: string): string {
    this.#characters += text.length;
    if (this.#characters > MOST_KEPT) {
      this.#kept.clear();
      this.#characters = text.length;
    }
    this.#kept.set(text, etag);
    return etag;
  }
}

/**
 * Returns the ETag of any other record: the version that `If-Match` compares, and a hash of its text. RFC 9110, 8.8.3
 */
export function etagOfRecord(version: number | string, textEtag: string): string {
  return `"${version}.${textEtag.slice(3, -1)}"`;
}

/**
 * Returns the versions that guard a write. Only the record's own version counts, because a label's new name or a task's
 * new status makes no write stale. Weak ETags match nothing.
 * @returns undefined if the client accepts any version
 * @throws Stale if no ETag in `If-Match` can be one of ours. RFC 9110, 13.1.1
 */
export function guardedVersions(c: Context<Env>): number[] | undefined {
  const header = c.req.header("if-match")?.trim();
  if (header === undefined || header === "*") return undefined;
  const versions = header.split(",").flatMap((one) => {
    const version = /^"(\d{1,15})(\.[\w-]+)*"$/.exec(one.trim())?.[1];
    return version === undefined ? [] : [Number(version)];
  });
  if (versions.length > 0) return versions;
  throw new Stale("The If-Match header doesn't contain this record's ETag.", {
    hint: "Read the record again, and send its ETag.",
  });
}
