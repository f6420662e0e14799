import { inboxPath } from "../../views/inbox_paths.ts";
import { signUpPath, unsubscribeFor } from "../../views/paths.ts";
import type { Mail } from "../domain/core/mailer.ts";
import type { InvitationLetter } from "../domain/outbox/invitation_letter.ts";
import { LONGEST_NAME, oneLine } from "./one_line.ts";

/** Returns the email for an invitation. @param origin the origin of this server's pages */
export function invitationMail(letter: InvitationLetter, origin: string): Mail {
  const { id, to, hasAccount } = letter;
  const inviter = oneLine(letter.inviter, LONGEST_NAME);
  const workspace = oneLine(letter.workspace, LONGEST_NAME);
  const again = letter.sentAgainBy
    ? `${oneLine(letter.sentAgainBy, LONGEST_NAME)} sent this invitation again. `
    : "";
  const stops = (more: { by?: "mail" }) =>
    origin + unsubscribeFor(letter.unsubscribeToken, { kind: "invitation", ...more });
  const link = origin + (hasAccount ? inboxPath : signUpPath);
  return {
    id,
    to,
    subject: `${inviter} invites you to ${workspace} on Backlog`,
    text: `${inviter} invites you to ${workspace}\n\n${again}` +
      (hasAccount ? `Sign in as ${to} to accept or decline. ` : newHere(workspace, to)) +
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
  `${workspace} uses Backlog to plan and track its work. ` +
  `Create an account with ${to}, then accept or decline. `;
