import { type Chapter, pagesOf } from "../support/side.ts";

/** Automations and their agents. */
export const automationChapters: Chapter[] = [
  {
    name: "automations",
    rows: [
      {
        types: "admin automations create --name Deployer --description Ships --provider-type ci " +
          "--team-id ENG --scope tasks.read --scope tasks.write --credential-label First",
        keeps: ({ automation }) => ({ automation: automation.id }),
      },
      "admin automations create --name Mower --use",
      { types: "admin automations create", code: 2 },
      { types: "admin automations create --name Bad --scope much", code: 2, says: /^--scope: / },
      { types: "admin automations create --name Bad --team-id NO", code: 2, says: /^--team-id: / },
      { types: "admin automations create --name Bad", as: "chidi", code: 1 },
      "admin automations list --workspace-id Acme",
      ...pagesOf("admin automations list"),
      "admin automations update Deployer --name Shipper --description Sails",
      "admin automations update shipper --team-id Engineering --scope tasks.read --suspend",
      "admin automations update $automation --unsuspend --clear-description",
      { types: "admin automations update Shipper", code: 2 },
      { types: "admin automations update Nothing --suspend", code: 1 },
      "admin automations rotate Shipper --credential-label Second",
      "admin automations rotate Shipper --use",
      { types: "admin automations rotate Nothing", code: 1 },
      {
        types:
          "admin agents create --automation-id Shipper --name Robo --team-id ENG --role member",
        keeps: ({ agent }) => ({ profile: agent.profileId, agent: agent.id }),
      },
      "admin agents create --installation-id $automation --name Robert --use",
      {
        types: "admin agents create --automation-id Nothing --name Some",
        code: 2,
        says: /^--automation-id: /,
      },
      { types: "admin agents create --name Some", code: 2 },
      "admin agents list",
      "admin agents list --automation-id Shipper --limit 1",
      { types: "admin agents list --automation-id Nothing", code: 2, says: /^--automation-id: / },
      ...pagesOf("admin agents list"),
      "admin agents update Robo --name Robot --team-id ENG --role commentator --suspend",
      "admin agents update $agent --unsuspend",
      { types: "admin agents update Nothing --role member", code: 1 },
      { types: "admin agents update Robot --role boss", code: 2, says: /^--role: / },
    ],
  },
  {
    name: "an automation's tokens",
    rows: [
      {
        types: "admin automations create --name Deployer --scope tasks.read",
        keeps: ({ secret }) => ({ secret }),
      },
      { types: "auth set-token $secret", as: null, stored: true },
      { types: "me", as: null, stored: true, code: 4 },
      { types: "auth exchange", as: null, stored: true },
      { types: "auth exchange --save", as: null, stored: true },
      { types: "me", as: null, stored: true },
      {
        types: "admin agents create --automation-id Deployer --name Robo --team-id ENG --use",
        keeps: ({ agent }) => ({ profile: agent.profileId }),
      },
      { types: "auth set-agent $profile", as: null, stored: true },
      { types: "me", as: null, stored: true },
      { types: "auth set-agent robo", as: null, stored: true },
      { types: "me", as: null, stored: true },
      { types: "auth exchange", code: 1 },
    ],
  },
];
