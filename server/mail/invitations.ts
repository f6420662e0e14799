import { inboxPath } from "../../views/inbox_paths.ts";
import { signUpPath } from "../../views/paths.ts";
import type { Mail } from "../domain/core/mailer.ts";
import type { InvitationLetter } from "../domain/outbox/invitation_letter.ts";
import { LONGEST_NAME, oneLine } from "./one_line.ts";

/** The mail that tells somebody that they are invited. @param origin of this server's pages */
export function invitationMail(letter: InvitationLetter, origin: string): Mail {
  const { id, to, hasAccount } = letter;
  const inviter = oneLine(letter.inviter, LONGEST_NAME);
  const workspace = oneLine(letter.workspace, LONGEST_NAME);
  const link = origin + (hasAccount ? inboxPath : signUpPath);
  return {
    id,
    to,
    subject: `${inviter} invites you to ${workspace} on Backlog`,
    text: `${inviter} invites you to work in ${workspace}.\n\n` +
      `To accept or decline, open ${link} and sign in as ${to}.\n\n` +
      "The invitation holds for 14 days. If you don't know what it is about, ignore this mail.\n",
    leads: { name: "Open the invitation", href: link },
    summary: `invitation to ${workspace}: ${link}`,
  };
}
