import type { Mail, Mailer } from "../domain/core/mailer.ts";

/** Creates the mailer without an SMTP server: each email is one line in the log, with the address and the code. */
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
