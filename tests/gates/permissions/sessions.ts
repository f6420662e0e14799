import { people, type Table } from "./row.ts";

const email = "new@example.com";
const principals = [...people, "foreign", "removed"] as const;

/** Signing in is for anyone; what it takes is the code or token itself. */
export const sessionRows: Table = {
  "auth.request": [{
    input: () => ({ email, purpose: "signup" }),
    scope: null,
    for: "anyone",
    may: [],
  }],
  "auth.verify": [{
    of: "with the right code",
    input: ({ ids }) => ({ email: ids.codeEmail, code: ids.code, purpose: "signup" }),
    scope: null,
    for: "anyone",
    may: [],
  }],
  "auth.verifyInBrowser": [{
    of: "with the right code",
    input: ({ ids }) => ({ email: ids.codeEmail, code: ids.code, purpose: "signup" }),
    scope: null,
    for: "anyone",
    may: [],
  }],
  "auth.refresh": [{
    of: "with a live refresh token",
    input: ({ tove }) => ({ refreshToken: tove.tokens.refreshToken }),
    scope: null,
    for: "anyone",
    may: [],
  }],
  "auth.revoke": [{
    of: "with a live refresh token",
    input: ({ tove }) => ({ refreshToken: tove.tokens.refreshToken }),
    scope: null,
    for: "anyone",
    may: [],
  }],
  "auth.signOut": [{
    input: () => ({}),
    scope: null,
    for: "principal",
    session: true,
    may: principals,
  }],
  "me.find": [{
    input: () => ({}),
    scope: null,
    for: "principal",
    may: [...principals, "automation", "automationElsewhere", "agent", "agentCommentator"],
  }],
  "preferences.find": [{
    input: () => ({}),
    scope: null,
    for: "principal",
    may: [...principals, "automation", "automationElsewhere", "agent", "agentCommentator"],
  }],
  "preferences.update": [{
    input: () => ({ theme: "dark" }),
    scope: null,
    for: "principal",
    session: true,
    may: principals,
  }],
  "me.update": [{
    input: () => ({ name: "Ada King" }),
    scope: null,
    for: "principal",
    session: true,
    may: principals,
  }],
};
