import type { ContextServices } from "../core/operation.ts";

/** What the invited person is told. */
export interface InvitedPerson {
  email: string;
  inviterName: string;
  workspaceName: string;
  /** Whether the address has an account already: it signs in instead of up. */
  hasAccount: boolean;
}

/** Tells somebody that they are invited. The one place that does, called after the invitation is committed. */
export function mailInvitation(
  { mailer, settings }: ContextServices,
  invited: InvitedPerson,
): void {
  const { email, inviterName, workspaceName, hasAccount } = invited;
  const link = `${settings.origin}${hasAccount ? "/workspace/inbox" : "/auth/signup"}`;
  mailer.send({
    to: email,
    subject: `${inviterName} invites you to ${workspaceName} on Backlog`,
    text: `${inviterName} invites you to work in ${workspaceName}.\n\n` +
      `To accept or decline, open ${link} and sign in as ${email}.\n\n` +
      "The invitation holds for 14 days. If you don't know what it is about, ignore this mail.\n",
    leads: { name: "Open the invitation", href: link },
    summary: `invitation to ${workspaceName}: ${link}`,
  });
}
