import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";

/** The kinds of tokens, by prefix. `RULES.md`, Vocabularies. */
export const tokenPrefixes = {
  access: "blg_hat_",
  refresh: "blg_hrt_",
  pat: "blg_pat_",
  automationSecret: "blg_auto_",
  automationAccess: "blg_aat_",
} as const;

/** Creates a secret: the prefix and 256 random bits in base64url. It is shown once and never stored. */
export function newToken(prefix: string): string {
  return prefix + randomBytes(32).toString("base64url");
}

/**
 * Returns the start of a secret, which is stored to identify it: its kind, and too few random characters to help with
 * guessing.
 */
export function shownPrefix(token: string): string {
  return token.slice(0, 12);
}

/** Returns the stored form of a token: its SHA-256, which is enough for 256 random bits. */
export function hashToken(token: string): string {
  return hash("sha256", token, "base64url");
}

/** Creates a six-digit code. All codes are equally likely, including those with leading zeros. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

export function newSalt(): string {
  return randomBytes(16).toString("base64url");
}

/** Returns the stored form of a code, bound to its email address, purpose, and salt. */
export function hashCode(code: string, email: string, purpose: string, salt: string): string {
  return hash("sha256", [salt, purpose, email, code].join("\0"), "base64url");
}

/** Returns the signature of a text under a key. RFC 2104 */
export function signed(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
