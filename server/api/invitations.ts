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

/** Invitations, from both sides: of a workspace's managers, and of whoever is asked. */
export const invitationsEndpoints = [
  collection({
    path,
    operation: listInvitations,
    tag,
    summary: "List the workspace's invitations",
    plural: "invitations",
    record: Invitation,
  }),
  endpoint({
    ...oneInvitation,
    method: "POST",
    path,
    operation: createInvitation,
    summary: "Invite somebody by email",
    description:
      "For managers, who need a signed-in session to invite another one. The invitation holds for 14 days.",
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
      "All of them, to the same role and teams, or nobody: where one is refused, `errors` names each by its place in " +
      "`emails`, and why.",
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
    summary: "Take an invitation back",
    status: 200,
  }),
  endpoint({
    ...oneInvitation,
    method: "POST",
    path: `${path}/{invitationId}/resend`,
    operation: resendInvitation,
    summary: "Send an invitation once more",
    description: "For managers. It holds for 14 days from now, also where it had run out.",
    status: 200,
    bodyOptional: true,
  }),
  collection({
    path: "/invitations",
    operation: listOwnInvitations,
    tag,
    summary: "List the invitations that wait for your answer",
    plural: "invitations",
    record: OwnInvitation,
  }),
  endpoint({
    method: "POST",
    path: "/invitations/{invitationId}/accept",
    operation: acceptInvitation,
    tag,
    summary: "Accept an invitation",
    description: "The session goes on in that workspace. Accepting twice is the same as once.",
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
