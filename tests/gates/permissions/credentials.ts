import { people, type Row, type Table } from "./row.ts";

const principals = [...people, "foreign", "removed"] as const;
/** A person's own tokens and sessions. */
const own = { scope: "tokens.manage", for: "principal", person: true, may: principals } as const;

/** A token or session of the owner, which doesn't exist for anyone else. */
const theOwners = {
  scope: "tokens.manage",
  for: "principal",
  person: true,
  may: ["owner"],
  except: {
    ...Object.fromEntries(principals.filter((kind) => kind !== "owner").map((kind) => [kind, 404])),
    memberPat: 404,
  },
} as const satisfies Omit<Row, "input">;

export const credentialRows: Table = {
  "credentials.list": [{ ...own, input: () => ({}) }],
  "credentials.create": [{ ...own, session: true, input: () => ({ label: "Laptop" }) }],
  "credentials.revoke": [{
    ...theOwners,
    input: ({ ids }) => ({ credentialId: ids.credential }),
  }],
  "sessions.list": [{ ...own, input: () => ({}) }],
  "sessions.end": [{
    ...theOwners,
    input: ({ ada }) => ({ sessionId: ada.tokens.session.id }),
  }],
  "sessions.endOthers": [{
    input: () => ({}),
    scope: null,
    for: "principal",
    session: true,
    may: [...people, "foreign", "removed"],
  }],
};
