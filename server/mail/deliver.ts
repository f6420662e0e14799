import type { Services } from "../domain/core/operation.ts";
import { type ClaimedMail, claimMail, isMailDue } from "../domain/outbox/claim.ts";
import { readLetter } from "../domain/outbox/letter.ts";
import { giveUpMails, settleMail } from "../domain/outbox/settle.ts";
import { notificationMail } from "./notifications.ts";

/**
 * Sends what is due of the outbox, mail after mail, and gives up what has waited too long. `RULES.md`, Mail
 * @param goesOn whether to begin another mail
 * @returns false where the mail server is away: then all of it waits
 */
export async function deliverMail(
  services: Services,
  say: (line: string) => void,
  goesOn: () => boolean = () => true,
): Promise<boolean> {
  const { late, unknown } = await giveUpMails(services);
  if (late > 0) say(`${late} notifications could not be mailed within a day, and are given up`);
  if (unknown > 0) say(`${unknown} notifications were being mailed when a server ended`);
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
    const letter = await readLetter(services, claimed);
    if (!letter) return "taken";
    return await services.mailer.hand(notificationMail(letter, services.settings.origin));
  } catch (error) {
    services.logError(error, { job: "deliverMail" });
    return "later";
  }
}
