import type { Scope } from "../../server/domain/core/actor.ts";

/** All scopes with their descriptions. */
export const scopeWords: readonly (readonly [scope: Scope, words: string])[] = [
  ["tasks.read", "Read tasks, comments, activity, and your inbox."],
  ["tasks.write", "Create and edit tasks, links, and relations. Update your inbox."],
  ["comments.write", "Comment on tasks, and request or withdraw approvals."],
  ["projects.read", "Read projects, project updates, milestones, and the roadmap."],
  ["projects.write", "Create and edit projects, if your role allows it."],
  ["workspace.read", "Read members, teams, workflows, labels, and templates."],
  [
    "workspace.manage",
    "Manage members, invitations, teams, workflows, labels, and templates.",
  ],
  ["tokens.manage", "List and revoke your tokens and sessions, but not create any."],
  ["workspace.automation.manage", "Manage automations and their agents."],
];

const forPeople: ReadonlySet<Scope> = new Set<Scope>([
  "workspace.manage",
  "tokens.manage",
  "workspace.automation.manage",
]);

/** Scopes for automations, described from their point of view. Only people can create projects. */
export const automationScopeWords = scopeWords.filter(([scope]) => !forPeople.has(scope))
  .map(([scope, words]) =>
    [
      scope,
      scope === "projects.write"
        ? "Edit projects led by one of the automation's agents."
        : words.replace("your inbox", "the automation's inbox"),
    ] as const
  );
