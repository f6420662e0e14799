import type { Command } from "./command.ts";

/** A first word after `backlog`. Its commands are loaded when it is typed, so that each starts fast. */
export interface Group {
  name: string;
  summary: string;
  /** Whether it works on this machine's data instead of talking to a server. */
  operator: boolean;
  load(): Promise<Command[]>;
}

/**
 * Where the operator's commands are found, in a built program too. No import names it: Deno reads whatever is named, also
 * what is loaded late, and of the server that is a thousand modules, which a client's command would wait for.
 */
export const operatorModule = new URL(
  import.meta.url.endsWith(".ts") ? "./operator/groups.ts" : "./cli/operator/groups.js",
  import.meta.url,
).href;

/** A group that works on this machine's data. */
function operators(name: string, summary: string): Group {
  return {
    name,
    summary,
    operator: true,
    load: async () => (await import(operatorModule)).commandsOf(name),
  };
}

/** Every first word, in the order in which help lists them. */
export const groups: readonly Group[] = [
  {
    name: "status",
    summary: "Show which profile, server, workspace and token are in use, and whether it works",
    operator: false,
    load: async () => (await import("./commands/status.ts")).commands,
  },
  {
    name: "me",
    summary: "Show who you are to the server",
    operator: false,
    load: async () => (await import("./commands/me.ts")).commands,
  },
  {
    name: "workspaces",
    summary: "List the workspaces you belong to",
    operator: false,
    load: async () => (await import("./commands/workspaces.ts")).commands,
  },
  {
    name: "workspace",
    summary: "Read about the workspace, leave or delete it",
    operator: false,
    load: async () => (await import("./commands/workspace.ts")).commands,
  },
  {
    name: "config",
    summary: "Change what a profile remembers",
    operator: false,
    load: async () => (await import("./commands/config.ts")).commands,
  },
  {
    name: "auth",
    summary: "Sign in, renew or end a session, choose a token",
    operator: false,
    load: async () => (await import("./commands/auth.ts")).commands,
  },
  {
    name: "tasks",
    summary: "List, create, change and read tasks",
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
    summary: "Read, mark, snooze and archive what reached you",
    operator: false,
    load: async () => (await import("./commands/inbox.ts")).commands,
  },
  {
    name: "invitations",
    summary: "List, accept and decline invitations to workspaces",
    operator: false,
    load: async () => (await import("./commands/invitations.ts")).commands,
  },
  {
    name: "approvals",
    summary: "Ask for approval, and decide what you are asked to approve",
    operator: false,
    load: async () => (await import("./commands/approvals.ts")).commands,
  },
  {
    name: "unsent",
    summary: "List, keep and discard comments that you don't send yet",
    operator: false,
    load: async () => (await import("./commands/unsent.ts")).commands,
  },
  {
    name: "teams",
    summary: "List teams, who is in them, and what is open",
    operator: false,
    load: async () => (await import("./commands/teams.ts")).commands,
  },
  {
    name: "members",
    summary: "List people and agents, and what they do",
    operator: false,
    load: async () => (await import("./commands/members.ts")).commands,
  },
  {
    name: "projects",
    summary: "List, create, change and read projects",
    operator: false,
    load: async () => [
      ...(await import("./commands/projects.ts")).commands,
      ...(await import("./commands/project_writing.ts")).commands,
      ...(await import("./commands/shelving.ts")).projectCommands,
    ],
  },
  {
    name: "labels",
    summary: "List, count, make, change and merge labels",
    operator: false,
    load: async () => (await import("./commands/labels.ts")).commands,
  },
  {
    name: "views",
    summary: "List, save, change and follow saved views",
    operator: false,
    load: async () => (await import("./commands/views.ts")).commands,
  },
  {
    name: "templates",
    summary: "List and show templates of tasks and projects",
    operator: false,
    load: async () => (await import("./commands/templates.ts")).commands,
  },
  {
    name: "workflows",
    summary: "List and show workflows with their states",
    operator: false,
    load: async () => (await import("./commands/workflows.ts")).commands,
  },
  {
    name: "favorites",
    summary: "List, add, order and remove your favorites",
    operator: false,
    load: async () => (await import("./commands/favorites.ts")).commands,
  },
  {
    name: "sessions",
    summary: "List and end your sessions",
    operator: false,
    load: async () => (await import("./commands/sessions.ts")).commands,
  },
  {
    name: "pat",
    summary: "List, create and revoke your personal access tokens",
    operator: false,
    load: async () => (await import("./commands/pat.ts")).commands,
  },
  {
    name: "admin",
    summary: "Look after people, automations and their agents",
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
    summary: "Find tasks, projects, people, teams and views by their words",
    operator: false,
    load: async () => (await import("./commands/search.ts")).commands,
  },
  {
    name: "open",
    summary: "Open a task or a project in the browser; into a pipe print its address",
    operator: false,
    load: async () => (await import("./commands/open.ts")).commands,
  },
  {
    name: "prime",
    summary: "Tell an agent what it needs to know to work here: who it is, words, commands, tasks",
    operator: false,
    load: async () => (await import("./commands/prime.ts")).commands,
  },
  {
    name: "watch",
    summary: "Tell changes of tasks as they come, a line each, until it is stopped",
    operator: false,
    load: async () => (await import("./commands/watch.ts")).commands,
  },
  {
    name: "api",
    summary: "Ask the API, as whoever is signed in, and print what it answers",
    operator: false,
    load: async () => (await import("./commands/api.ts")).commands,
  },
  operators("serve", "Run the Backlog server"),
  operators("migrate", "Bring the database to this version's schema"),
  operators("seed", "Fill the database with a believable workspace to try things in"),
  operators("otp", "Make a sign-in code for somebody, without mail"),
  operators("backup", "Write a whole copy of the database, also while the server runs"),
  operators("restore", "Put a backup in the place of the database, while no server runs"),
  operators("doctor", "Look for what is wrong with the settings, the database and its place"),
  operators("export", "Write a whole workspace as JSON Lines, for another server"),
  operators("import", "Bring a workspace in, or another program's tasks, while no server runs"),
  {
    name: "completions",
    summary: "Print what makes a shell complete this program's words",
    operator: true,
    load: async () => (await import("./operator/commands/completions.ts")).commandsOver(groups),
  },
];
