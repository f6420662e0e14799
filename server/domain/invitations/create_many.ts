import { DomainError, type FieldError, SomeRefused } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import { operation } from "../core/operation.ts";
import { inviting } from "./create.ts";
import { type Invitation, InvitationsCreate } from "./schema.ts";

/**
 * Invites several people to the workspace with the same role and teams: all, or none if one can't be invited.
 * @throws errors of a single invitation, with the index of each refused address and the reason
 */
export const createInvitations = operation({
  name: "invitations.createMany",
  scope: "workspace.manage",
  input: InvitationsCreate,
  async run(context, { emails, ...offer }): Promise<Json<Invitation[]>> {
    const invite = await inviting(context, offer);
    const made: Json<Invitation>[] = [];
    const refused: FieldError[] = [];
    for (const [place, email] of emails.entries()) {
      try {
        made.push(await invite(email));
      } catch (error) {
        if (!(error instanceof DomainError) || emails.length === 1) throw error;
        const { message } = error;
        const named = message.includes(email) ? message : `${email}: ${message}`;
        refused.push({ path: ["emails", place], message: named });
      }
    }
    if (refused.length === 0) return `[${made.join(",")}]`;
    const why = refused.map(({ message }) => message).join(" ");
    throw new SomeRefused(422, `Nobody was invited. ${why}`, refused, {
      code: "some_refused",
      hint: "Remove the refused email addresses, then try again.",
    });
  },
});
