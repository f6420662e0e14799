import type { Command } from "./command.ts";
import type { ReadDocs } from "./commands/help.ts";
import { version } from "./version.ts";

/** A first word after `backlog`. Its commands are loaded only when that word is typed, so that each starts fast. */
export interface Group {
  name: string;
  summary: string;
  /** Whether its commands work on this machine's data instead of a server's API. */
  operator: boolean;
  load(): Promise<Command[]>;
}

/**
 * Imports a module of `cli/operator`, in a built program too. No `import` contains its path, because Deno reads every
 * imported module at the start, even those loaded later. The server has a thousand of them.
 */
async function importOperator(path: string) {
  const file = import.meta.url.endsWith(".ts")
    ? `./operator/${path}.ts`
    : `./cli/operator/${path}.js`;
  return await import(new URL(file, import.meta.url).href);
}

/** Returns a function that reads this program's own docs. @param origin the address of the server in examples */
async function ownDocs(origin: string): Promise<ReadDocs> {
  return (await importOperator("own_docs")).ownCopy(origin, version);
}

/** Creates a group whose commands work on this machine's data. */
function operators(name: string, summary: string): Group {
  return {
    name,
    summary,
    operator: true,
    load: async () => (await importOperator(`commands/${name}`)).commands,
  };
}

/** All groups, in the order of the help. */
export const groups: readonly Group[] = [
  {
    name: "status",
    summary: "Show the profile, server, and workspace in use, and check the token",
    operator: false,
    load: async () => (await import("./commands/status.ts")).commands,
  },
  {
    name: "me",
    summary: "Show who you're signed in as",
    operator: false,
    load: async () => (await import("./commands/me.ts")).commands,
  },
  {
    name: "workspaces",
    summary: "List your workspaces",
    operator: false,
    load: async () => (await import("./commands/workspaces.ts")).commands,
  },
  {
    name: "workspace",
    summary: "Show, leave, or delete the workspace",
    operator: false,
    load: async () => (await import("./commands/workspace.ts")).commands,
  },
  {
    name: "config",
    summary: "Change settings of a profile",
    operator: false,
    load: async () => (await import("./commands/config.ts")).commands,
  },
  {
    name: "auth",
    summary: "Sign in, and manage sessions and tokens",
    operator: false,
    load: async () => (await import("./commands/auth.ts")).commands,
  },
  {
    name: "tasks",
    summary: "List, show, create, and update tasks",
    operator: false,
    load: async () => [
      ...(await import("./commands/tasks.ts")).commands,
      ...(await import("./commands/task_reading.ts")).commands,
      ...(await import("./commands/task_writing.ts")).commands,
      ...(await import("./commands/task_relations.ts")).commands,
      ...(await import("./commands/shelving.ts")).taskCommands,
    ],
  },
  {
    name: "inbox",
    summary: "List, read, snooze, and archive notifications",
    operator: false,
    load: async () => (await import("./commands/inbox.ts")).commands,
  },
  {
    name: "invitations",
    summary: "List, accept, and decline invitations to workspaces",
    operator: false,
    load: async () => (await import("./commands/invitations.ts")).commands,
  },
  {
    name: "approvals",
    summary: "Request approval, and decide on approval requests",
    operator: false,
    load: async () => (await import("./commands/approvals.ts")).commands,
  },
  {
    name: "unsent",
    summary: "List, save, and discard draft comments",
    operator: false,
    load: async () => (await import("./commands/unsent.ts")).commands,
  },
  {
    name: "teams",
    summary: "List teams with their members and open tasks",
    operator: false,
    load: async () => (await import("./commands/teams.ts")).commands,
  },
  {
    name: "members",
    summary: "List people and agents with their activity",
    operator: false,
    load: async () => (await import("./commands/members.ts")).commands,
  },
  {
    name: "projects",
    summary: "List, show, create, and update projects",
    operator: false,
    load: async () => [
      ...(await import("./commands/projects.ts")).commands,
      ...(await import("./commands/project_writing.ts")).commands,
      ...(await import("./commands/shelving.ts")).projectCommands,
    ],
  },
  {
    name: "labels",
    summary: "List, create, update, and merge labels",
    operator: false,
    load: async () => (await import("./commands/labels.ts")).commands,
  },
  {
    name: "views",
    summary: "List, create, update, and subscribe to saved views",
    operator: false,
    load: async () => (await import("./commands/views.ts")).commands,
  },
  {
    name: "templates",
    summary: "List and show task and project templates",
    operator: false,
    load: async () => (await import("./commands/templates.ts")).commands,
  },
  {
    name: "workflows",
    summary: "List and show workflows",
    operator: false,
    load: async () => (await import("./commands/workflows.ts")).commands,
  },
  {
    name: "favorites",
    summary: "List, add, order, and remove favorites",
    operator: false,
    load: async () => (await import("./commands/favorites.ts")).commands,
  },
  {
    name: "sessions",
    summary: "List and end sessions",
    operator: false,
    load: async () => (await import("./commands/sessions.ts")).commands,
  },
  {
    name: "pat",
    summary: "List, create, and revoke personal access tokens",
    operator: false,
    load: async () => (await import("./commands/pat.ts")).commands,
  },
  {
    name: "admin",
    summary: "Manage people, invitations, automations, and agents",
    operator: false,
    load: async () => [
      ...(await import("./commands/members.ts")).adminCommands,
      ...(await import("./commands/invite.ts")).commands,
      ...(await import("./commands/automations.ts")).commands,
      ...(await import("./commands/agents.ts")).commands,
    ],
  },
  {
    name: "search",
    summary: "Search for tasks, projects, people, teams, and views",
    operator: false,
    load: async () => (await import("./commands/search.ts")).commands,
  },
  {
    name: "open",
    summary: "Open a task or project in the browser, or print its URL when piped",
    operator: false,
    load: async () => (await import("./commands/open.ts")).commands,
  },
  {
    name: "prime",
    summary: "Print instructions for an agent: profile, terms, commands, and tasks",
    operator: false,
    load: async () => (await import("./commands/prime.ts")).commands,
  },
  {
    name: "watch",
    summary: "Stream changes to tasks and projects, one per line, until stopped",
    operator: false,
    load: async () => (await import("./commands/watch.ts")).commands,
  },
  {
    name: "api",
    summary: "Make an authenticated API request",
    operator: false,
    load: async () => (await import("./commands/api.ts")).commands,
  },
  {
    name: "help",
    summary: "Print a guide from the docs, or a command's help",
    operator: false,
    load: async () => (await import("./commands/help.ts")).commandsWith(ownDocs),
  },
  operators("serve", "Run the Backlog server"),
  operators("migrate", "Migrate the database to this version's schema"),
  operators("seed", "Create a demo workspace"),
  operators("otp", "Create a sign-in code without sending email"),
  operators("backup", "Back up the database (the server can keep running)"),
  operators("restore", "Restore the database from a backup (stop the server first)"),
  operators("doctor", "Check the settings, the database, and its disk for problems"),
  operators("export", "Export a workspace as JSON Lines"),
  operators("import", "Import a workspace, or tasks from another tool (stop the server first)"),
  {
    name: "completions",
    summary: "Generate shell completions",
    operator: true,
    load: async () => (await import("./operator/commands/completions.ts")).commandsOver(groups),
  },
];
