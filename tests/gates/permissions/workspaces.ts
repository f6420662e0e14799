import { everybody, managers, people, type Table } from "./row.ts";

const principals = [...people, "foreign", "removed"] as const;

export const workspaceRows: Table = {
  "workspaces.list": [{
    input: () => ({}),
    scope: null,
    for: "principal",
    may: [...everybody, "foreign", "removed"],
  }],
  "workspaces.create": [{
    input: () => ({ name: "Annex", teamKey: "ANX" }),
    scope: null,
    for: "principal",
    session: true,
    may: principals,
  }],
  "workspaces.start": [{
    input: () => ({ name: "Annex", teamKey: "ANX", yourName: "Somebody Else" }),
    scope: null,
    for: "principal",
    session: true,
    may: principals,
  }],
  "workspaces.switch": [{
    of: "one's own",
    input: ({ workspaceId }) => ({ workspaceId }),
    scope: null,
    for: "principal",
    session: true,
    may: people,
    except: { foreign: 404, removed: 404 },
  }],
  "workspaces.suspendedIn": [{
    input: () => ({}),
    scope: null,
    for: "principal",
    may: [...everybody, "foreign", "removed"],
  }],
  "workspaces.find": [{ input: () => ({}), scope: null, may: everybody }],
  "workspaces.update": [{
    input: () => ({ patch: { name: "Acme & Sons" } }),
    scope: "workspace.manage",
    may: managers,
  }],
  "workspaces.leave": [{
    input: () => ({ name: "Acme" }),
    scope: null,
    session: true,
    may: people,
    except: { owner: 409 },
  }],
  "workspaces.delete": [{
    input: () => ({ name: "Acme" }),
    scope: null,
    session: true,
    may: ["owner"],
  }],
  "workspaces.activity": [{ input: () => ({}), scope: "tasks.read", may: everybody }],
  "usage.find": [{ input: () => ({}), scope: "workspace.manage", may: managers }],
  "audit.list": [{ input: () => ({}), scope: "workspace.manage", may: managers }],
};
