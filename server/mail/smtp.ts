import type { Mailer } from "../domain/core/mailer.ts";
import { isLoopback } from "./loopback.ts";

/**
 * The mailer over SMTP. A mail that can't be sent leaves a line in the log, without its text.
 * @param url `smtp://user:pass@host:587` or `smtps://…`
 * @param from the sender, `Backlog <backlog@example.com>`
 */
export async function smtpMailer(
  url: string,
  from: string,
  say: (line: string) => void,
): Promise<Mailer> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(encrypted(url));
  return {
    delivers: true,
    send({ to, subject, text }) {
      transport.sendMail({ from, to, subject, text }).catch((error: Error) =>
        say(`mail to ${to} could not be sent: ${error.message}`)
      );
    },
  };
}

/**
 * Whether the mail server answers and lets this program in; nothing is sent.
 * @param patience how long it may take, in milliseconds
 * @returns what went wrong, without a secret; undefined where nothing did
 */
export async function smtpTrouble(url: string, patience: number): Promise<string | undefined> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    ...encrypted(url),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    transport.close();
  }
}

/**
 * What a mail server is reached with: codes go out encrypted, or not at all, unless it is on this machine or the URL
 * says otherwise (`?ignoreTLS=true`). RFC 3207; https://nodemailer.com/smtp
 */
function encrypted(url: string): { url: string; requireTLS?: true } {
  const { protocol, hostname, searchParams } = new URL(url);
  const decided = ["requireTLS", "ignoreTLS", "opportunisticTLS"].some((name) =>
    searchParams.has(name)
  );
  const open = protocol === "smtp:" && !isLoopback(hostname) && !decided;
  return open ? { url, requireTLS: true } : { url };
}
