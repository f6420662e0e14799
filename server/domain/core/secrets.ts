import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";

/** What a token is, told by how it starts. `RULES.md`, Vocabularies. */
export const tokenPrefixes = {
  access: "blg_hat_",
  refresh: "blg_hrt_",
  pat: "blg_pat_",
  automationSecret: "blg_auto_",
  automationAccess: "blg_aat_",
} as const;

/** A new secret: the prefix and 256 random bits in base64url. Shown once, never stored. */
export function newToken(prefix: string): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** How a secret starts, kept to tell it by: its kind, and too few of its random characters to help anyone guess. */
export function shownPrefix(token: string): string {
  return token.slice(0, 12);
}

/** What is stored of a token: its SHA-256, enough for a secret of 256 random bits. */
export function hashToken(token: string): string {
  return hash("sha256", token, "base64url");
}

/** A six-digit code, each equally likely, leading zeros kept. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

export function newSalt(): string {
  return randomBytes(16).toString("base64url");
}

/** What is stored of a code, bound to its email, purpose and salt. */
export function hashCode(code: string, email: string, purpose: string, salt: string): string {
  return hash("sha256", [salt, purpose, email, code].join("\0"), "base64url");
}

/** The signature of a text under a key. RFC 2104 */
export function signed(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
