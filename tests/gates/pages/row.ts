import type { FullCast } from "../support/full_cast.ts";
import type { PersonKind } from "./people.ts";

/**
 * What somebody gets: what they asked for; a status that says why not; the way to sign in; the way into a workspace;
 * or another page, because they have nothing to do on this one.
 */
export type Outcome = "ok" | 403 | 404 | 409 | 412 | 422 | "signIn" | "onboarding" | "elsewhere";

/** One way of asking for a page or of doing something, and what everybody gets. */
export interface Row {
  /** What sets it apart from others of the same page or action. */
  of?: string;
  /** What its path names. */
  params?: (fullCast: FullCast) => Record<string, string>;
  query?: (fullCast: FullCast) => Record<string, string>;
  /** What the form sends besides its button. */
  form?: (fullCast: FullCast) => Record<string, string>;
  gets: Readonly<Record<PersonKind, Outcome>>;
}

/** The rows of each page by its path, and of each action by its path and button. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

const strangers = { ended: "signIn", signedOut: "signIn" } as const;

/** Everybody gets the same. */
export function everybody(gets: Outcome): Row["gets"] {
  return {
    ...inAcme(gets),
    foreign: gets,
    removed: gets,
    ended: gets,
    signedOut: gets,
  };
}

/** What those get who have a workspace; who has none is led to make one, who isn't signed in to sign in. */
export function members(gets: Outcome, foreign: Outcome = gets): Row["gets"] {
  return { ...inAcme(gets), foreign, removed: "onboarding", ...strangers };
}

/** What those get who are signed in. */
export function signedIn(gets: Outcome): Row["gets"] {
  return { ...everybody(gets), ...strangers };
}

/** Some may, some see it and may not: what is in Acme is hidden from everyone else. `RULES.md`, Permissions */
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
/** Those who see the private team. */
export const insiders = [...managers, "outsider"] as const;
export const taskWriters = [...managers, "lead", "member"] as const;
