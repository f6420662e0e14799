import type { Mailer } from "../domain/core/mailer.ts";

/** The mailer where no SMTP server is configured: one line in the log that holds the address and the code. */
export function logMailer(say: (line: string) => void): Mailer {
  return { delivers: false, send: (mail) => say(`mail to ${mail.to}: ${mail.summary}`) };
}
