import { inboxPath } from "../../views/inbox_paths.ts";
import { signUpPath, unsubscribeFor } from "../../views/paths.ts";
import { withoutInvisible } from "../domain/core/invisible_characters.ts";
import type { Mail } from "../domain/core/mailer.ts";
import type { InvitationLetter } from "../domain/outbox/invitation_letter.ts";
import { LONGEST_NAME, oneLine } from "./one_line.ts";

/**
 * Web and email addresses in a name. Email programs turn them into links, and anyone can choose a name, invite any
 * address, and so advertise. Some programs read other full stops as dots.
 */
const ADDRESS = /[\p{L}\p{N}][.\u3002\uFF0E\uFF61]\p{L}{2}|:\/\/|@/u;

/** Returns a name for the email, or other words for a name with an address. */
function plainName(name: string, otherwise: string): string {
  return ADDRESS.test(withoutInvisible(name)) ? otherwise : oneLine(name, LONGEST_NAME);
}

/** Returns the email for an invitation. @param origin the origin of this server's pages */
export function invitationMail(letter: InvitationLetter, origin: string): Mail {
  const { id, to, hasAccount } = letter;
  const inviter = plainName(letter.inviter, "Someone");
  const workspace = plainName(letter.workspace, "a workspace");
  const again = letter.sentAgainBy
    ? `${plainName(letter.sentAgainBy, "Someone else")} sent this invitation again. `
    : "";
  const stops = (more: { by?: "mail" }) =>
    origin + unsubscribeFor(letter.unsubscribeToken, { kind: "invitation", ...more });
  const link = origin + (hasAccount ? inboxPath : signUpPath);
  return {
    id,
    to,
    subject: `${inviter} invites you to ${workspace} on Backlog`,
    text: `${inviter} invites you to ${workspace}\n\n${again}` +
      (hasAccount ? `Sign in as ${to} to accept or decline. ` : newHere(letter.workspace, to)) +
      "This invitation expires in 14 days.\n",
    foot: {
      text: "If you weren't expecting this invitation, you can ignore this email.",
      links: [{ name: "Unsubscribe from invitation emails", href: stops({}) }],
    },
    unsubscribe: stops({ by: "mail" }),
    leads: { name: "Open invitation", href: link },
    summary: `invitation to ${workspace}: ${link}`,
  };
}

const newHere = (workspace: string, to: string) =>
  `${plainName(workspace, "The workspace")} uses Backlog to plan and track its work. ` +
  `Create an account with ${to}, then accept or decline the invitation. `;
