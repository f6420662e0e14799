import type { Services } from "../domain/core/operation.ts";
import type { Mail } from "../domain/core/mailer.ts";
import { type ClaimedMail, claimMail, isMailDue } from "../domain/outbox/claim.ts";
import { readInvitationLetter } from "../domain/outbox/invitation_letter.ts";
import { readLetter } from "../domain/outbox/letter.ts";
import { giveUpMails, settleMail } from "../domain/outbox/settle.ts";
import { invitationMail } from "./invitations.ts";
import { notificationMail } from "./notifications.ts";

/**
 * Sends due emails from the outbox one after another, and drops those that waited too long. `RULES.md`, Email
 * @param goesOn returns whether to send another email
 * @returns false if the mail server can't be reached. Then all emails wait.
 */
export async function deliverMail(
  services: Services,
  say: (line: string) => void,
  goesOn: () => boolean = () => true,
): Promise<boolean> {
  const { late, unknown } = await giveUpMails(services);
  if (late > 0) {
    say(`${late} notifications or invitations couldn't be emailed within a day and were dropped`);
  }
  if (unknown > 0) {
    say(
      `${unknown} notifications or invitations were being emailed when a server stopped, and might not have arrived`,
    );
  }
  const { clock, database } = services;
  const context = { actor: undefined, db: database.read, now: clock(), services };
  if (!await isMailDue(context)) return true;
  if (!await services.mailer.answers()) return false;
  while (goesOn()) {
    const claimed = await claimMail(services);
    if (!claimed) return true;
    await settleMail(services, claimed.id, await handed(services, claimed));
  }
  return true;
}

async function handed(services: Services, claimed: ClaimedMail) {
  try {
    const mail = await written(services, claimed);
    return mail ? await services.mailer.hand(mail) : "taken";
  } catch (error) {
    services.logError(error, { job: "deliverMail" });
    return "later";
  }
}

/** Returns the email with current data, or null if nothing is left to send. */
async function written(services: Services, claimed: ClaimedMail): Promise<Mail | null> {
  const { origin } = services.settings;
  if (claimed.isInvitation) {
    const letter = await readInvitationLetter(services, claimed);
    return letter && invitationMail(letter, origin);
  }
  const letter = await readLetter(services, claimed);
  return letter && notificationMail(letter, origin);
}
