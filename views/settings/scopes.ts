import type { Scope } from "../../server/domain/core/actor.ts";

/** Every scope, with what it lets a token do. */
export const scopeWords: readonly (readonly [scope: Scope, words: string])[] = [
  ["tasks.read", "Read tasks with their comments and history, and your inbox."],
  ["tasks.write", "Create and change tasks, their links and relations; mark your inbox."],
  ["comments.write", "Comment on tasks, ask for approval and decide what you are asked."],
  ["projects.read", "Read projects with their updates and milestones, and the roadmap."],
  ["projects.write", "Create and change projects, as far as your role allows."],
  ["workspace.read", "Read who and what is here: members, teams, workflows, labels, templates."],
  [
    "workspace.manage",
    "Change what managers keep: members, invitations, teams, workflows, labels, templates.",
  ],
  ["tokens.manage", "List and revoke your tokens and sessions. It can't make new ones."],
  ["workspace.automation.manage", "Run automations and their agents."],
];

const forPeople: ReadonlySet<Scope> = new Set<Scope>([
  "workspace.manage",
  "tokens.manage",
  "workspace.automation.manage",
]);

/** Those that an automation can hold, told of it. */
export const automationScopeWords = scopeWords.filter(([scope]) => !forPeople.has(scope))
  .map(([scope, words]) =>
    [
      scope,
      words.replace("you are", "it is").replace("your role allows", "its teams allow")
        .replace("your", "its"),
    ] as const
  );
