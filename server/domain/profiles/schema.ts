import { z } from "zod";
import { scopes } from "../core/actor.ts";
import { responseFields } from "../core/response_fields.ts";
import { line, name, prose, queryFlag, word } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { teamRoles, workspaceRoles } from "../core/actor.ts";
import { avatarColors, workspaceRoleWord } from "../vocabulary.ts";

/** A person or agent in a workspace, as every interface returns it. */
export const MemberRecord = z.strictObject({
  id: z.string(),
  kind: z.enum(["human", "agent"]),
  name: z.string(),
  username: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  bio: z.string().nullable(),
  color: z.enum(avatarColors).nullable(),
  role: z.enum(workspaceRoles).nullable()
    .describe("Role in the workspace, or `null` for an agent or automation."),
  /** Whether the person, the agent, or the agent's automation is suspended, and so gets no new work. */
  suspended: z.boolean(),
  teams: z.array(z.strictObject({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    role: z.enum(teamRoles),
  })),
  version: z.int(),
  createdAt: responseFields.time,
  /** The time when the member left or was removed; null for a current member. */
  removedAt: responseFields.time.nullable(),
});
export type MemberRecord = z.output<typeof MemberRecord>;

/** The open work of a member. */
export const MemberWork = z.strictObject({
  /** The number of open, published tasks assigned to the member. */
  openTasks: z.int(),
  /** The number of open projects with the member as their lead. */
  projects: z.int(),
});
export type MemberWork = z.output<typeof MemberWork>;

/** `GET …/members`. */
export const MemberList = z.strictObject({
  role: workspaceRoleWord.optional()
    .describe("Filter by workspace role."),
  kind: z.enum(["human", "agent"], "Use human or agent.").optional()
    .describe("Filter by kind: `human` or `agent`."),
  teamId: keys.team.optional().describe("Filter by team, by ID, key, or name."),
  q: line(200).optional()
    .describe("Filter by words in the name, username, email address, title, or bio."),
  includeRemoved: queryFlag.optional()
    .describe("Whether to include former members, who have a `removedAt`."),
  ...pageFields,
});
export type MemberList = z.output<typeof MemberList>;

/** The person's own fields in every workspace. */
export const ViewerPatch = z.strictObject({
  name: name.describe("Your name in every workspace."),
});

/** The name in mentions: `@ada`. Words with another meaning in a mention or path are reserved. */
export const username = word.toLowerCase()
  .regex(
    /^[a-z0-9]([a-z0-9._-]{0,28}[a-z0-9])?$/,
    "Use 1 to 30 letters, digits, dots, dashes, or underscores, with a letter or digit at both ends.",
  )
  .refine(
    (value) => !["me", "none", "all", "everyone", "here", "channel", "team"].includes(value),
    "Choose another username. This one is reserved.",
  ).describe("Username for mentions, without the `@`. 1 to 30 characters, unique.");

/** `PATCH …/members/me`: the fields to change; null clears one. */
export const ProfilePatch = z.strictObject({
  name: name.optional(),
  username: username.optional(),
  title: line(80).nullish().describe("Job title, at most 80 characters, or `null` for none."),
  bio: prose(2_000).nullish().describe(
    "Short bio, at most 2,000 characters, or `null` for none.",
  ),
  color: z.enum(avatarColors, `Use one of ${avatarColors.join(", ")}.`).nullish()
    .describe("Color of the initials, or `null` for a color derived from the name."),
}).refine(namesAField, atLeastOneField);

/** `PATCH …/members/{profileId}`. */
export const MemberPatch = z.strictObject({
  role: workspaceRoleWord.optional().describe("Role in the workspace."),
  suspended: z.boolean("Use true or false.").optional()
    .describe(
      "Whether the member is suspended. Applies from the next request. Suspended members keep their work.",
    ),
}).refine(namesAField, atLeastOneField);

/** The actor. */
export const Me = z.strictObject({
  principal: z.strictObject({
    kind: z.enum(["human", "automation"]),
    tokenKind: z.enum(["session", "pat", "automation"]),
    credentialId: z.string(),
    scopes: z.array(z.enum(scopes)),
    /** The record and the teams of an automation. */
    automation: z.strictObject({
      id: z.string(),
      name: z.string(),
      providerType: z.string(),
      teamIds: z.array(z.string()),
    }).nullable(),
  }),
  /** The person; null for an automation. */
  viewer: z.strictObject({ id: z.string(), email: z.string(), name: z.string() }).nullable(),
  member: z.strictObject({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    role: z.enum(workspaceRoles).nullable()
      .describe("Role in the workspace, or `null` for an agent or automation."),
    teams: z.array(
      z.strictObject({ id: z.string(), role: z.enum(teamRoles) }),
    ),
  }).nullable(),
  workspace: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string() }).nullable(),
});
export type Me = z.output<typeof Me>;
