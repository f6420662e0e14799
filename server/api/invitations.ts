import { z } from "zod";
import { acceptInvitation } from "../domain/invitations/accept.ts";
import { createInvitation } from "../domain/invitations/create.ts";
import { createInvitations } from "../domain/invitations/create_many.ts";
import { declineInvitation } from "../domain/invitations/decline.ts";
import { listInvitations } from "../domain/invitations/list.ts";
import { listOwnInvitations } from "../domain/invitations/list_own.ts";
import { resendInvitation } from "../domain/invitations/resend.ts";
import { revokeInvitation } from "../domain/invitations/revoke.ts";
import { Invitation, OwnInvitation } from "../domain/invitations/schema.ts";
import { Workspace } from "../domain/workspaces/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Invitations";
const path = "/workspaces/{workspaceId}/invitations";

const oneInvitation = {
  tag,
  response: z.strictObject({ invitation: Invitation }),
  answer: (invitation: string) => `{"invitation":${invitation}}`,
};

/** Invitations, for a workspace's managers and for invited people. */
export const invitationsEndpoints = [
  collection({
    path,
    operation: listInvitations,
    tag,
    summary: "List invitations",
    plural: "invitations",
    record: Invitation,
  }),
  endpoint({
    ...oneInvitation,
    method: "POST",
    path,
    operation: createInvitation,
    summary: "Invite a person by email",
    description:
      "Requires the owner or admin role. To invite an owner or admin, use a signed-in session. The " +
      "invitation expires after 14 days.",
    status: 201,
    example: { email: "ada@example.com", role: "member", teams: [{ teamId: "ENG" }] },
  }),
  endpoint({
    tag,
    method: "POST",
    path: `${path}/many`,
    operation: createInvitations,
    summary: "Invite several people by email",
    description:
      "All invited people get the same role and teams. If an email address is refused, nobody is invited, and " +
      "`errors` gives its position in `emails` and the reason.",
    status: 201,
    response: z.strictObject({ invitations: z.array(Invitation) }),
    answer: (invitations) => `{"invitations":${invitations}}`,
    example: { emails: ["ada@example.com", "bob@example.com"], role: "member" },
  }),
  endpoint({
    ...oneInvitation,
    method: "DELETE",
    path: `${path}/{invitationId}`,
    operation: revokeInvitation,
    summary: "Revoke an invitation",
    status: 200,
  }),
  endpoint({
    ...oneInvitation,
    method: "POST",
    path: `${path}/{invitationId}/resend`,
    operation: resendInvitation,
    summary: "Resend an invitation",
    description:
      "Requires the owner or admin role. The invitation is then valid for another 14 days, even if it had " +
      "expired.",
    status: 200,
    bodyOptional: true,
  }),
  collection({
    path: "/invitations",
    operation: listOwnInvitations,
    tag,
    summary: "List your pending invitations",
    plural: "invitations",
    record: OwnInvitation,
  }),
  endpoint({
    method: "POST",
    path: "/invitations/{invitationId}/accept",
    operation: acceptInvitation,
    tag,
    summary: "Accept an invitation",
    description:
      "Your session switches to the invitation's workspace. Accepting an invitation again changes nothing.",
    status: 200,
    bodyOptional: true,
    response: z.strictObject({ workspace: Workspace }),
    answer: (workspace) => ({ workspace }),
  }),
  endpoint({
    method: "POST",
    path: "/invitations/{invitationId}/decline",
    operation: declineInvitation,
    tag,
    summary: "Decline an invitation",
    status: 200,
    bodyOptional: true,
    response: z.strictObject({ declined: z.literal(true) }),
    answer: (done) => done,
  }),
];
