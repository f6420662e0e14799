import { badValue } from "./failure.ts";

/** How one is signed in. `automationSecret` works at the exchange alone. */
export type AuthMode = "none" | "session" | "pat" | "automation" | "automationSecret";

/** `RULES.md`, Vocabularies: the prefix says what a token is. */
const modes: Record<string, AuthMode> = {
  blg_hat_: "session",
  blg_pat_: "pat",
  blg_aat_: "automation",
  blg_auto_: "automationSecret",
};

/** What kind of token this is; null when it isn't one of Backlog's. */
export function modeOf(token: string): AuthMode | null {
  const prefix = /^blg_[a-z]+_(?=[A-Za-z0-9_-]+$)/.exec(token)?.[0] ?? "";
  return modes[prefix] ?? null;
}

/**
 * The token, without the white space that copying adds.
 * @throws Failure with exit code 2 when it isn't a token that a command can be run with
 */
export function parseToken(given: string): string {
  const token = given.trim();
  if (modeOf(token) !== null) return token;
  throw badValue(
    "That is not a Backlog token; one starts with blg_pat_, blg_auto_, blg_aat_ or blg_hat_. " +
      "Copy it again, whole.",
  );
}

/** A token's kind without what makes it secret, for an answer that was kept and need not be shown. */
export function masked(token: string): string {
  return token.replace(/^(blg_[a-z]+_).*$/s, "$1…");
}
