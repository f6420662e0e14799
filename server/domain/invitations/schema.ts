import { z } from "zod";
import { email, key, pageFields } from "../fields.ts";
import { ProfileRef } from "../tasks/schema.ts";

const workspaceRole = z.enum(["owner", "admin", "member"], "Use owner, admin or member.");
const teamRole = z.enum(["lead", "member", "commentator"], "Use lead, member or commentator.");

/** `POST …/invitations`. */
export const InvitationCreate = z.strictObject({
  email,
  role: workspaceRole.default("member"),
  /** The teams that they join with it: ids or keys. */
  teams: z.array(z.strictObject({ teamId: key, role: teamRole.default("member") }))
    .max(50, "Name at most 50 teams.").default([]),
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
  status: z.enum(invitationStatuses, `Use one of ${invitationStatuses.join(", ")}.`).optional(),
  ...pageFields,
});

const InvitationTeam = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  role: teamRole,
});

/** An invitation as managers see it. */
export const Invitation = z.strictObject({
  id: z.string(),
  email: z.string(),
  role: workspaceRole,
  teams: z.array(InvitationTeam),
  status: z.enum(invitationStatuses),
  invitedBy: ProfileRef,
  createdAt: z.string(),
  /** When the newest mail went out. */
  sentAt: z.string(),
  expiresAt: z.string(),
  answeredAt: z.string().nullable(),
});
export type Invitation = z.output<typeof Invitation>;

/** An invitation as the person sees it who is asked. */
export const OwnInvitation = z.strictObject({
  id: z.string(),
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  role: workspaceRole,
  teams: z.array(InvitationTeam),
  invitedBy: z.strictObject({ name: z.string() }),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type OwnInvitation = z.output<typeof OwnInvitation>;
