import { everybody, managers, people, type Table } from "./row.ts";

export const memberRows: Table = {
  "members.list": [{ input: () => ({}), scope: "workspace.read", may: everybody }],
  "members.offer": [{ input: () => ({}), scope: "workspace.read", may: everybody }],
  "members.find": [{
    input: ({ chidi }) => ({ profileId: chidi.member.profile.id }),
    scope: "workspace.read",
    may: everybody,
  }],
  "members.activity": [{
    input: ({ chidi }) => ({ profileId: chidi.member.profile.id }),
    scope: "tasks.read",
    may: everybody,
  }],
  "members.work": [{
    input: ({ chidi }) => ({ profileId: chidi.member.profile.id }),
    scope: "workspace.manage",
    may: managers,
  }],
  "members.update": [
    {
      of: "from member to admin",
      input: ({ tove }) => ({ profileId: tove.member.profile.id, patch: { role: "admin" } }),
      scope: "workspace.manage",
      session: true,
      may: managers,
    },
    {
      of: "to owner",
      input: ({ tove }) => ({ profileId: tove.member.profile.id, patch: { role: "owner" } }),
      scope: "workspace.manage",
      session: true,
      may: ["owner"],
    },
    {
      of: "the only owner to admin",
      input: ({ ada }) => ({ profileId: ada.member.profile.id, patch: { role: "admin" } }),
      scope: "workspace.manage",
      session: true,
      may: [],
      except: { owner: 409 },
    },
    {
      of: "suspended",
      input: ({ tove }) => ({ profileId: tove.member.profile.id, patch: { suspended: true } }),
      scope: "workspace.manage",
      may: managers,
    },
    {
      of: "oneself, suspended",
      input: () => ({ profileId: "me", patch: { suspended: true } }),
      scope: "workspace.manage",
      may: [],
      except: { owner: 409, admin: 409, "pat:workspace.manage": 409 },
    },
  ],
  "members.remove": [
    {
      of: "somebody else",
      input: ({ tove }) => ({ profileId: tove.member.profile.id }),
      scope: "workspace.manage",
      may: [...managers, "teamless"],
    },
    {
      of: "oneself",
      input: () => ({ profileId: "me" }),
      scope: "workspace.manage",
      person: true,
      may: people,
      except: { owner: 409, "pat:workspace.manage": 409 },
    },
  ],
  "profiles.update": [{
    input: () => ({ patch: { title: "Carpenter" } }),
    scope: null,
    session: true,
    may: people,
  }],
};
