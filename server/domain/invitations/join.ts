import { z } from "zod";
import { keys } from "../core/keys.ts";
import { principalOperation, within } from "../core/operation.ts";
import { introduce, yourName } from "../profiles/introduce.ts";
import type { Workspace } from "../workspaces/schema.ts";
import { acceptInvitation } from "./accept.ts";

/**
 * Accepts an invitation and sets the person's name: both, or neither.
 * @throws errors of `acceptInvitation`
 */
export const joinByInvitation = principalOperation({
  name: "invitations.join",
  scope: null,
  input: z.strictObject({ invitationId: keys.invitation, yourName }),
  async run(context, { yourName, ...input }): Promise<Workspace> {
    return await within(await introduce(context, yourName), acceptInvitation, input);
  },
});
