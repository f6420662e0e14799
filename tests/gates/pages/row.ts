import type { FullCast } from "../support/full_cast.ts";
import type { PersonKind } from "./people.ts";

/**
 * A person's outcome: the requested page, a status with a reason, the sign-in page, onboarding, or another page because
 * this one has nothing for them.
 */
export type Outcome = "ok" | 403 | 404 | 409 | 412 | 422 | "signIn" | "onboarding" | "elsewhere";

/** A way to request a page or perform an action, with everyone's outcome. */
export interface Row {
  /** The difference from other rows of the same page or action. */
  of?: string;
  /** The names in the path. */
  params?: (fullCast: FullCast) => Record<string, string>;
  query?: (fullCast: FullCast) => Record<string, string>;
  /** The form's fields besides the button. */
  form?: (fullCast: FullCast) => Record<string, string>;
  gets: Readonly<Record<PersonKind, Outcome>>;
}

/** The rows of each page by path, and of each action by path and button. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

const strangers = { ended: "signIn", signedOut: "signIn" } as const;

/** The same outcome for everyone. */
export function everybody(gets: Outcome): Row["gets"] {
  return {
    ...inAcme(gets),
    foreign: gets,
    removed: gets,
    ended: gets,
    signedOut: gets,
  };
}

/** An outcome for people with a workspace. Others get onboarding or the sign-in page. */
export function members(gets: Outcome, foreign: Outcome = gets): Row["gets"] {
  return { ...inAcme(gets), foreign, removed: "onboarding", ...strangers };
}

/** An outcome for signed-in people. */
export function signedIn(gets: Outcome): Row["gets"] {
  return { ...everybody(gets), ...strangers };
}

/**
 * Some people can do it, and others can see it but not do it. Acme is hidden from everyone else. `RULES.md`,
 * Permissions
 */
export function only(may: readonly PersonKind[], others: Outcome = 403): Row["gets"] {
  const allowed = Object.fromEntries(may.map((kind) => [kind, "ok"]));
  return { ...members(others, 404), ...allowed };
}

function inAcme(gets: Outcome) {
  return {
    owner: gets,
    admin: gets,
    lead: gets,
    member: gets,
    commentator: gets,
    outsider: gets,
  };
}

export const managers = ["owner", "admin"] as const;
/** People who can see the private team. */
export const insiders = [...managers, "outsider"] as const;
export const taskWriters = [...managers, "lead", "member"] as const;
