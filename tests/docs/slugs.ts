/** Tasks on automations and agents, over REST and on the command line. */
const automation = [
  "exchange-automation-secret",
  "list-automations",
  "create-automation",
  "update-automation",
  "rotate-automation-secret",
  "list-agents",
  "create-agent",
  "update-agent",
];
const session = ["request-code", "verify-code", "refresh-session", "revoke-session"];
const tokens = [
  "list-personal-access-tokens",
  "create-personal-access-token",
  "revoke-personal-access-token",
];
const task = ["browse", "create", "change-status", "update-details"];

/** The guides that every version of Backlog's docs has, by interface and topic. Other sites link to their addresses. */
const guides: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  web: {
    start: ["public-site"],
    auth: ["request-code", "verify-code"],
    workspace: ["open-workspace"],
    search: ["search-workspace", "open-command-palette", "command-actions-reference"],
    inbox: ["review-notifications"],
    draft: ["review-drafts"],
    task: ["browse", "create", "detail", "change-status", "update-details", "saved-views"],
    project: ["browse", "detail", "roadmap"],
    member: ["browse", "profile"],
    team: ["browse", "detail"],
    settings: [
      "profile",
      "preferences",
      "workspace",
      "members",
      "teams",
      "task-labels",
      "project-labels",
      "task-templates",
      "project-templates",
    ],
    security: ["review-sessions", ...tokens],
    automation: automation.filter((slug) => slug !== "exchange-automation-secret"),
  },
  api: {
    auth: session,
    workspace: ["inspect-current-context"],
    draft: ["review-drafts"],
    task,
    project: ["browse"],
    security: tokens,
    automation,
  },
  cli: {
    cli: ["download-cli", "check-status", "configure-profile", "set-token"],
    auth: session,
    workspace: ["inspect-current-context"],
    draft: ["review-drafts"],
    task,
    project: ["browse"],
    security: tokens,
    automation,
  },
};

/** The paths of all interfaces, their topics, and their guides. */
export const fixedPaths: readonly string[] = Object.entries(guides).flatMap(([name, topics]) => [
  `/docs/${name}`,
  ...Object.entries(topics).flatMap(([topic, slugs]) => [
    `/docs/${name}/${topic}`,
    ...slugs.map((slug) => `/docs/${name}/${topic}/${slug}`),
  ]),
]);
