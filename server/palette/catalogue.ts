import { withQuery } from "../../views/paths.ts";
import { type Destination, destinations } from "./destinations.ts";

/** The audience of a command. `RULES.md`, Permissions */
export type Access = "member" | "manager" | "taskCreator" | "roadmapViewer";

/** A command that is available on every page. */
export interface GlobalCommand {
  name: GlobalName;
  title: string;
  /** The family that generic words such as `new` or `settings` match. */
  family: "create" | "open" | "settings";
  access: Access;
  destination: Destination;
  /** Set to "create" if the page opens its form immediately. */
  opens?: "create";
  /** The name of the URL parameter for the query's text. */
  takes?: "title" | "name";
  /** Synonyms. */
  words: string;
}

const creates = (family: "create", destination: Destination, title: string, words: string) => ({
  family,
  destination,
  title,
  words: `create new add ${words}`,
});
const opens = (destination: Destination, title: string, words = "") =>
  ({ family: "open", access: "member", destination, title, words: `go to ${words}` }) as const;
const settings = (
  destination: Destination,
  title: string,
  words = "",
  access: Access = "manager",
) =>
  ({ family: "settings", access, destination, title, words: `settings go to ${words}` }) as const;
const create = creates.bind(null, "create");

/**
 * All global commands by name. Equally good matches come in this order: common creations, rare creations, pages, then
 * settings.
 */
const commands = {
  "create.task": {
    ...create("composer", "Create task", "ticket issue"),
    access: "taskCreator",
    takes: "title",
  },
  "create.project": {
    ...create("projects", "Create project", "initiative"),
    access: "manager",
    opens: "create",
    takes: "name",
  },
  "create.team": {
    ...create("teams", "Create team", "group"),
    access: "manager",
    opens: "create",
    takes: "name",
  },
  "create.workflow": {
    ...create("workflows", "Create workflow", "states"),
    access: "manager",
    opens: "create",
  },
  "create.taskTemplate": {
    ...create("newTaskTemplate", "Create task template", "ticket"),
    access: "manager",
  },
  "create.projectTemplate": {
    ...create("newProjectTemplate", "Create project template", "initiative"),
    access: "manager",
  },
  "create.taskLabel": {
    ...create("taskLabels", "Create task label", "tag"),
    access: "manager",
    opens: "create",
  },
  "create.projectLabel": {
    ...create("projectLabels", "Create project label", "tag"),
    access: "manager",
    opens: "create",
  },
  "create.taskView": {
    ...create("taskViews", "Create task view", "saved filter"),
    access: "member",
    opens: "create",
    takes: "name",
  },
  "create.projectView": {
    ...create("projectViews", "Create project view", "saved filter"),
    access: "member",
    opens: "create",
    takes: "name",
  },
  "create.apiKey": {
    ...create("apiKeys", "Create personal access token", "api key pat"),
    access: "member",
    opens: "create",
  },
  "invite.members": {
    ...create("memberSettings", "Invite members", "people person user"),
    access: "manager",
    opens: "create",
  },
  "install.automation": {
    ...create("automation", "Install automation", "agent bot integration"),
    access: "manager",
    opens: "create",
  },
  "open.inbox": opens("inbox", "Open inbox", "notifications home"),
  "open.tasks": opens("tasks", "Open tasks", "tickets issues"),
  "open.projects": opens("projects", "Open projects", "initiatives"),
  "open.teams": opens("teams", "Open teams", "groups"),
  "open.members": { ...opens("members", "Open members", "people directory"), access: "manager" },
  "open.views": opens("taskViews", "Open saved views", "filters"),
  "open.drafts": opens("drafts", "Open drafts", "unpublished"),
  "open.roadmap": {
    ...opens("roadmap", "Open roadmap", "timeline plan"),
    access: "roadmapViewer",
  },
  "open.settings": settings("preferences", "Open settings", "configuration options", "member"),
  "open.profile": settings("profile", "Open profile settings", "account name", "member"),
  "open.preferences": settings("preferences", "Open preferences", "theme appearance", "member"),
  "open.security": settings("security", "Open security settings", "password login", "member"),
  "open.apiKeys": settings("apiKeys", "Open personal access tokens", "api keys pats", "member"),
  "open.sessions": settings("sessions", "Open active sessions", "devices sign out", "member"),
  "open.teamSettings": settings("teamSettings", "Open team settings", "", "member"),
  "open.workspaceSettings": settings("workspaceSettings", "Open workspace settings", "general"),
  "open.memberSettings": settings("memberSettings", "Open member settings", "people roles"),
  "open.workflows": settings("workflows", "Open workflows", "states"),
  "open.taskLabels": settings("taskLabels", "Open task labels", "tags"),
  "open.projectLabels": settings("projectLabels", "Open project labels", "tags"),
  "open.taskTemplates": settings("taskTemplates", "Open task templates"),
  "open.projectTemplates": settings("projectTemplates", "Open project templates"),
  "open.automation": settings("automation", "Open automation", "agents bots integrations"),
  "open.usage": settings("usage", "Open usage", "limits"),
  "open.billing": settings("billing", "Open billing", "plan invoices payment"),
} as const satisfies Record<string, Omit<GlobalCommand, "name">>;

export type GlobalName = keyof typeof commands;
export const globalNames = Object.keys(commands) as GlobalName[];
export const catalogue: readonly GlobalCommand[] = globalNames.map((name) => ({
  name,
  ...commands[name],
}));

/** Returns the command with a name. */
export function globalCommand(name: GlobalName): GlobalCommand {
  return { name, ...commands[name] };
}

/**
 * Returns the URL that a command opens.
 * @param text the typed text, if the command uses it
 * @param known more values, as URL parameters of the destination
 */
export function hrefOf(
  { destination, opens, takes }: GlobalCommand,
  text = "",
  known: Record<string, string | string[]> = {},
): string {
  return withQuery(destinations[destination], {
    ...(opens ? { [opens]: "1" } : {}),
    ...(takes ? { [takes]: text } : {}),
    ...known,
  });
}
