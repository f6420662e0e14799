import { z } from "zod";
import { scopes } from "../core/actor.ts";
import { responseFields } from "../core/response_fields.ts";
import { line, name, prose, queryFlag, word } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { namesAField, somethingNamed } from "../core/versioned.ts";
import { teamRoles, workspaceRoles } from "../core/actor.ts";
import { avatarColors, workspaceRoleWord } from "../vocabulary.ts";

/** A person or agent in a workspace, as every door gives them. */
export const MemberRecord = z.strictObject({
  id: z.string(),
  kind: z.enum(["human", "agent"]),
  name: z.string(),
  username: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  bio: z.string().nullable(),
  color: z.enum(avatarColors).nullable(),
  role: z.enum(workspaceRoles).nullable(),
  /** They may not act for now, and are given nothing new: a person, an agent, or one whose automation is suspended. */
  suspended: z.boolean(),
  teams: z.array(z.strictObject({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    role: z.enum(teamRoles),
  })),
  version: z.int(),
  createdAt: responseFields.time,
  /** When they left or were removed; null for whoever belongs to the workspace now. */
  removedAt: responseFields.time.nullable(),
});
export type MemberRecord = z.output<typeof MemberRecord>;

/** How much is in somebody's hands. */
export const MemberWork = z.strictObject({
  /** Assigned to them, neither closed nor drafts. */
  openTasks: z.int(),
  /** Led by them, and not over. */
  projects: z.int(),
});
export type MemberWork = z.output<typeof MemberWork>;

/** `GET …/members`. */
export const MemberList = z.strictObject({
  role: workspaceRoleWord.optional()
    .describe("Only people of this role."),
  kind: z.enum(["human", "agent"], "Use human or agent.").optional()
    .describe("Only people, or only agents."),
  teamId: keys.team.optional(),
  q: line(200).optional()
    .describe("Words of a name, username, address, title or bio, as search finds them."),
  includeRemoved: queryFlag.optional()
    .describe("`true` lists former members as well; `removedAt` tells them apart."),
  ...pageFields,
});
export type MemberList = z.output<typeof MemberList>;

/** What somebody may change of themselves, in every workspace at once. */
export const ViewerPatch = z.strictObject({
  name: name.describe("What you are called, in every workspace."),
});

/** What people are mentioned by: `@ada`. Words that mean somebody else in a mention or a path are kept free. */
export const username = word.toLowerCase()
  .regex(
    /^[a-z0-9]([a-z0-9._-]{0,28}[a-z0-9])?$/,
    "Use 1 to 30 letters, digits, dots, dashes or underscores, with a letter or digit at both ends.",
  )
  .refine(
    (value) => !["me", "none", "all", "everyone", "here", "channel", "team"].includes(value),
    "That word has a meaning of its own; choose another one.",
  ).describe("What people mention them by, without the `@`: 1 to 30 characters, unique.");

/** `PATCH …/members/me`: the fields that change; null clears one. */
export const ProfilePatch = z.strictObject({
  name: name.optional(),
  username: username.optional(),
  title: line(80).nullish().describe("What they do, in at most 80 characters."),
  bio: prose(2_000).nullish().describe(
    "What there is to know of them, in at most 2,000 characters.",
  ),
  color: z.enum(avatarColors, `Use one of ${avatarColors.join(", ")}.`).nullish()
    .describe("What their initials are shown in; null stands for a colour by their name."),
}).refine(namesAField, somethingNamed);

/** `PATCH …/members/{profileId}`. */
export const MemberPatch = z.strictObject({
  role: workspaceRoleWord.optional().describe("What they are in the workspace."),
  suspended: z.boolean("Say true or false.").optional()
    .describe(
      "Suspended, they can do nothing here from the next request on; what is theirs stays.",
    ),
}).refine(namesAField, somethingNamed);

/** Who is asking.  */
export const Me = z.strictObject({
  principal: z.strictObject({
    kind: z.enum(["human", "automation"]),
    tokenKind: z.enum(["session", "pat", "automation"]),
    credentialId: z.string(),
    scopes: z.array(z.enum(scopes)),
    /** For an automation: which one, and the teams that it reaches. */
    automation: z.strictObject({
      id: z.string(),
      name: z.string(),
      providerType: z.string(),
      teamIds: z.array(z.string()),
    }).nullable(),
  }),
  /** The person; an automation is none. */
  viewer: z.strictObject({ id: z.string(), email: z.string(), name: z.string() }).nullable(),
  member: z.strictObject({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    /** As the list of members gives it: an agent or automation has none. */
    role: z.enum(workspaceRoles).nullable(),
    teams: z.array(
      z.strictObject({ id: z.string(), role: z.enum(teamRoles) }),
    ),
  }).nullable(),
  workspace: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string() }).nullable(),
});
export type Me = z.output<typeof Me>;
