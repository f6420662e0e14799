import { acceptInvitation } from "./accept.ts";
import { createInvitation } from "./create.ts";
import { createInvitations } from "./create_many.ts";
import { declineInvitation } from "./decline.ts";
import { joinByInvitation } from "./join.ts";
import { listInvitations } from "./list.ts";
import { listOwnInvitations } from "./list_own.ts";
import { resendInvitation } from "./resend.ts";
import { revokeInvitation } from "./revoke.ts";

export const operations = [
  listInvitations,
  createInvitation,
  createInvitations,
  resendInvitation,
  revokeInvitation,
  listOwnInvitations,
  acceptInvitation,
  joinByInvitation,
  declineInvitation,
];
