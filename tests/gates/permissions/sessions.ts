import { actorKinds, isBarred, isDead } from "./actors.ts";
import { everybody, people, type Table } from "./row.ts";

const email = "new@example.com";
const principals = [...people, "foreign", "removed"] as const;

/** Anyone can sign in with a code or token. */
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
  "me.find": [
    {
      input: () => ({}),
      scope: null,
      for: "principal",
      may: [...principals, "automation", "automationElsewhere", "agent", "agentCommentator"],
    },
    {
      of: "in a workspace that is named",
      input: ({ workspaceId }) => ({ workspaceId }),
      scope: null,
      for: "principal",
      may: everybody,
      except: { foreign: 404, removed: 404 },
    },
    {
      of: "in somebody else's workspace",
      input: ({ elsewhereId }) => ({ workspaceId: elsewhereId }),
      scope: null,
      for: "principal",
      may: ["foreign"],
      except: Object.fromEntries(
        actorKinds.filter((kind) => kind !== "foreign" && !isDead(kind) && !isBarred(kind))
          .map((kind) => [kind, 404]),
      ),
    },
  ],
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
  "preferences.unsubscribe": [
    {
      of: "with the token of a mail",
      input: ({ ids }) => ({ token: ids.mailToken }),
      scope: null,
      for: "anyone",
      may: [],
    },
  ],
  "me.update": [{
    input: () => ({ name: "Ada King" }),
    scope: null,
    for: "principal",
    session: true,
    may: principals,
  }],
};
