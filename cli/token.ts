import { badValue } from "./failure.ts";

/** The kind of token in use. An `automationSecret` works only in an exchange. */
export type AuthMode = "none" | "session" | "pat" | "automation" | "automationSecret";

/** The kinds of tokens by prefix. `RULES.md`, Vocabularies. */
const modes: Record<string, AuthMode> = {
  blg_hat_: "session",
  blg_pat_: "pat",
  blg_aat_: "automation",
  blg_auto_: "automationSecret",
};

/** Returns a token's kind, or `null` if it isn't a Backlog token. */
export function modeOf(token: string): AuthMode | null {
  const prefix = /^blg_[a-z]+_(?=[A-Za-z0-9_-]+$)/.exec(token)?.[0] ?? "";
  return modes[prefix] ?? null;
}

/**
 * Returns the token without surrounding white space.
 * @throws Failure with exit code 2 if it isn't a Backlog token
 */
export function parseToken(given: string): string {
  const token = given.trim();
  if (modeOf(token) !== null) return token;
  throw badValue(
    "This isn't a Backlog token. Tokens start with blg_pat_, blg_auto_, blg_aat_, or blg_hat_. " +
      "Copy the whole token again.",
  );
}

/** Masks the secret part of a token. */
export function masked(token: string): string {
  return token.replace(/^(blg_[a-z]+_).*$/s, "$1…");
}
