import type { FullCast } from "../support/full_cast.ts";
import { managers, members, only, type Row, type Rows } from "./row.ts";

const ofTove = ({ ids }: FullCast) => ({ profileId: ids.tove! });
const ofInvitation = ({ ids }: FullCast) => ({ invitationId: ids.invitation! });

const byManagers = (row: Omit<Row, "gets">): readonly Row[] => [{ ...row, gets: only(managers) }];

const automation = "/workspace/settings/automation";
const ofAutomation = ({ ids }: FullCast) => ({ automationId: ids.automation! });
const ofAgent = ({ ids }: FullCast) => ({ agentId: ids.agent! });
const words = { name: "Glazier", description: "", reach: "public", scopes: "tasks.read" };

/** Actions on automations and their agents. */
const automationRows: Rows = {
  [automation]: [{
    form: () => words,
    gets: { ...members(403, "ok"), owner: "ok", admin: "ok" },
  }],
  ...Object.fromEntries(
    ["", " act=back"].map((button) => [
      `${automation}/:automationId${button}`,
      byManagers({
        params: ofAutomation,
        form: () => ({ ...words, teamIds: "", version: "1" }),
      }),
    ]),
  ),
  ...Object.fromEntries(
    ["suspend", "resume", "rotate"].map((act) => [
      `${automation}/:automationId act=${act}`,
      byManagers({ params: ofAutomation }),
    ]),
  ),
  [`${automation}/:automationId/agents`]: [{
    params: ofAutomation,
    form: () => ({ name: "Scout", role: "member" }),
    // For the domain, the agent's automation is a field
    gets: { ...only(managers), foreign: 422 },
  }],
  ...Object.fromEntries(
    ["", " act=back"].map((button) => [
      `${automation}/agents/:agentId${button}`,
      byManagers({
        params: ofAgent,
        form: ({ teams }) => ({ name: "Scout", role: "member", teamIds: teams.eng, version: "1" }),
      }),
    ]),
  ),
  ...Object.fromEntries(
    ["suspend", "resume"].map((act) => [
      `${automation}/agents/:agentId act=${act}`,
      byManagers({ params: ofAgent }),
    ]),
  ),
};

/** Actions on the settings pages about access, with each person's permission. */
export const accessRows: Rows = {
  ...automationRows,
  "/workspace/settings/members": [
    {
      form: () => ({ emails: "ida@example.com, Ole <ole@example.com>", role: "member" }),
      gets: { ...members(403, "ok"), owner: "ok", admin: "ok" },
    },
    {
      of: "an owner",
      form: () => ({ emails: "ida@example.com", role: "owner" }),
      gets: { ...members(403, "ok"), owner: "ok" },
    },
    {
      of: "nobody",
      form: () => ({ emails: "", role: "member" }),
      gets: { ...members(422, 422) },
    },
  ],
  "/workspace/settings/members act=take-back": byManagers({
    form: ({ ids }) => ({ ids: ids.invitation! }),
  }),
  "/workspace/settings/members/invitations/:invitationId act=resend": byManagers({
    params: ofInvitation,
  }),
  "/workspace/settings/members/invitations/:invitationId act=revoke": byManagers({
    params: ofInvitation,
  }),
  "/workspace/settings/members/:profileId": byManagers({
    params: ofTove,
    form: () => ({ role: "admin", version: "1" }),
  }),
  "/workspace/settings/members/:profileId act=back": byManagers({
    params: ofTove,
    form: () => ({ role: "admin", version: "1" }),
  }),
  "/workspace/settings/members/:profileId act=suspend": byManagers({ params: ofTove }),
  "/workspace/settings/members/:profileId act=resume": byManagers({ params: ofTove }),
  "/workspace/settings/members/:profileId act=remove": byManagers({
    params: ofTove,
    form: () => ({ version: "1" }),
  }),
};
