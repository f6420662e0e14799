import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { email, word } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { ProfileRef } from "../refs/schema.ts";
import { teamRoleWord, workspaceRoleWord } from "../vocabulary.ts";

const workspaceRole = workspaceRoleWord
  .describe("Workspace role.");
const teamRole = teamRoleWord
  .describe("Team role.");

/** `POST …/invitations`. */
export const InvitationCreate = z.strictObject({
  email,
  role: workspaceRole.default("member"),
  teams: z.array(z.strictObject({ teamId: keys.team, role: teamRole.default("member") }))
    .max(50, "Choose at most 50 teams.").default([])
    .describe("Teams to join, by ID or key."),
});

/** An address in a list. The error names an invalid one. */
const namedEmail = word.toLowerCase().max(254, "Use an address of at most 254 characters.")
  .pipe(z.email({ error: ({ input }) => `Enter an email address instead of “${input}”.` }));

/** `POST …/invitations/many`. */
export const InvitationsCreate = InvitationCreate.omit({ email: true }).extend({
  emails: z.array(namedEmail).min(1, "Enter at least one email address.")
    .max(100, "Enter at most 100 email addresses at a time.").transform((
      list,
    ) => [...new Set(list)])
    .describe("Email addresses to invite, 1 to 100."),
});

export const invitationStatuses = [
  "pending",
  "accepted",
  "declined",
  "revoked",
  "expired",
] as const;

/** `GET …/invitations`. */
export const InvitationList = z.strictObject({
  status: z.enum(invitationStatuses, `Use one of ${invitationStatuses.join(", ")}.`).optional()
    .describe("Filter by invitation status."),
  ...pageFields,
});

const InvitationTeam = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  role: teamRole,
});

/** An invitation as shown to managers. */
export const Invitation = z.strictObject({
  id: z.string(),
  email: z.string(),
  role: workspaceRole,
  teams: z.array(InvitationTeam),
  status: z.enum(invitationStatuses),
  invitedBy: ProfileRef,
  createdAt: responseFields.time,
  /** The time of the latest email. */
  sentAt: responseFields.time,
  expiresAt: responseFields.time,
  answeredAt: responseFields.time.nullable(),
});
export type Invitation = z.output<typeof Invitation>;

/** An invitation for the invited person. */
export const OwnInvitation = z.strictObject({
  id: z.string(),
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  role: workspaceRole,
  teams: z.array(InvitationTeam),
  invitedBy: ProfileRef,
  createdAt: responseFields.time,
  expiresAt: responseFields.time,
});
export type OwnInvitation = z.output<typeof OwnInvitation>;
