import type { Mail, Mailer } from "../domain/core/mailer.ts";

/** The mailer where no SMTP server is configured: one line in the log that holds the address and the code. */
export function logMailer(say: (line: string) => void): Mailer {
  const send = ({ to, summary }: Mail) => say(`email to ${to}: ${summary}`);
  return {
    delivers: false,
    send,
    answers: () => Promise.resolve(true),
    hand(mail) {
      send(mail);
      return Promise.resolve("taken");
    },
    due() {},
  };
}
