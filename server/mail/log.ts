import type { Mail, Mailer } from "../domain/core/mailer.ts";

/** The mailer without an SMTP server: it writes one line with the address and the code to the log. */
export function logMailer(say: (line: string) => void): Mailer {
  const send = ({ to, summary }: Mail) => say(`mail to ${to}: ${summary}`);
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
