import type { Chapter, Row } from "../support/side.ts";

/** Rows of a person whose profile is signed in. */
const typed = (types: string, more: Partial<Row> = {}): Row => ({
  ...more,
  types,
  as: null,
  stored: true,
});

/** Commands from a guide to the script, in its order, with IDs of existing records. */
export const guideChapters: Chapter[] = [
  {
    name: "a guide for people",
    rows: [
      typed("status"),
      typed("config set-base-url $server"),
      typed("auth request-otp ada@example.com signin"),
      typed('auth verify-otp ada@example.com $code --label "Local CLI"', {
        before: ({ app }) => ({ code: app.world.mailer.codeFor("ada@example.com") }),
      }),
      typed("me"),
      typed("workspaces"),
      typed("config set-workspace $workspace"),
      typed("auth refresh"),
      typed("tasks list --include-drafts"),
      typed("tasks list"),
      typed("tasks list --team-id $team --project-id $project --status planned"),
      typed('tasks create --title "Ship public docs" --team-id $team'),
      typed(
        "tasks create --title Whole --team-id $team --description Text --project-id $project " +
          "--assignee-id $chidi --priority high --status planned --tag Bug --tag Hinge",
      ),
      typed("tasks update $task --status progressed"),
      typed("tasks update $task --clear-description --clear-project --clear-milestone"),
      typed("tasks update $task --clear-assignee --clear-deadline --clear-tags"),
      typed("tasks update $task --tag Bug --tag Bolt"),
      typed("tasks update $task", { code: 2, says: /^Choose at least one change\./ }),
      typed("projects list"),
      typed("projects list --status active"),
      typed("pat list"),
      typed("pat create --label CI --scope tasks.read --scope tasks.write", {
        keeps: ({ credential }) => ({ credential: credential.id }),
      }),
      typed("pat revoke $credential"),
      typed("auth set-agent $chidi"),
      typed("me"),
      typed("auth clear-agent"),
      typed("config clear-workspace"),
      typed("auth revoke"),
      typed("status"),
      typed("config clear"),
    ],
  },
  {
    name: "a guide for automations",
    rows: [
      typed("auth set-token $session"),
      typed("pat create --label Own --use"),
      typed("status"),
      typed("auth set-token $session"),
      typed("admin automations list --workspace-id $workspace"),
      typed(
        "admin automations create --name Deployer --provider-type ci --team-id $team " +
          "--scope tasks.read --scope tasks.write --credential-label First",
        { keeps: ({ automation, secret }) => ({ automation: automation.id, secret }) },
      ),
      typed("admin automations update $automation --name Shipper --description Sails"),
      typed("admin automations update $automation --team-id $team --scope tasks.read --suspend"),
      typed("admin automations update $automation --unsuspend --clear-description"),
      typed(
        "admin agents create --installation-id $automation --name Robo --team-id $team --role member",
        {
          keeps: ({ agent }) => ({ agent: agent.id, profile: agent.profileId }),
        },
      ),
      typed("admin agents list --workspace-id $workspace"),
      typed("admin agents update $agent --name Robot --team-id $team --role commentator"),
      typed("admin agents update $agent --suspend"),
      typed("admin agents update $agent --unsuspend"),
      typed("auth set-token $secret"),
      typed("auth exchange"),
      typed("auth exchange --save"),
      typed("tasks list"),
      typed("auth set-agent $profile"),
      typed("me"),
      typed("auth clear-agent"),
      typed("auth set-token $session"),
      typed("admin agents create --installation-id $automation --name Roberta --use"),
      typed("admin automations rotate $automation --credential-label Second --use"),
      typed("auth exchange --save"),
      typed("me"),
    ],
  },
];
