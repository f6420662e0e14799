import type { Mailer } from "../domain/core/mailer.ts";
import { mailHtml } from "./html.ts";
import { isLoopback } from "./loopback.ts";

/** How long it is waited before a mail is tried once more, in milliseconds: longer each time, for an hour in all. */
const PAUSES: readonly number[] = [5_000, 30_000, 120_000, 600_000, 2_700_000];

/** What is known of a mail that wasn't taken: what the server said, or what couldn't be done. */
interface Failure extends Error {
  responseCode?: number;
  code?: string;
  syscall?: string;
}

/**
 * The mailer over SMTP: each mail as text, and the same as HTML. Where the mail server is away, or can't take a mail for
 * now, it is tried again, later each time, until it is given up, of no use any more or this program ends. What can't be sent leaves a line
 * in the log, without its text.
 * @param url `smtp://user:pass@host:587` or `smtps://…`
 * @param from the sender, `Backlog <backlog@example.com>`
 * @param pauses how long it is waited before each further try, in milliseconds
 */
export async function smtpMailer(
  url: string,
  from: string,
  say: (line: string) => void,
  pauses: Readonly<Record<number, number>> = PAUSES,
): Promise<Mailer> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(encrypted(url));
  type Letter = Parameters<typeof transport.sendMail>[0];
  async function attempt(mail: Letter, usefulMs: number, tries: number): Promise<void> {
    try {
      await transport.sendMail(mail);
    } catch (error) {
      const pause = pauses[tries];
      const failure = error as Failure;
      if (pause === undefined || pause > usefulMs || !mayWorkLater(failure)) {
        return say(`mail to ${String(mail.to)} could not be sent: ${failure.message}`);
      }
      // It keeps no program from ending
      Deno.unrefTimer(
        setTimeout(() => void attempt(mail, usefulMs - pause, tries + 1), pause),
      );
    }
  }
  return {
    delivers: true,
    send(mail) {
      const { to, subject, text, usefulMs = Infinity } = mail;
      void attempt({ from, to, subject, text, html: mailHtml(mail) }, usefulMs, 0);
    },
  };
}

/**
 * Whether a mail may be taken another time, and surely wasn't: the server can't be reached, or says that it can't for now
 * (RFC 5321, 4.2.1). Where a connection broke later it may have been taken, and so isn't sent again.
 */
function mayWorkLater({ responseCode, code, syscall }: Failure): boolean {
  if (responseCode !== undefined) return responseCode >= 400 && responseCode < 500;
  return code === "EDNS" || syscall === "connect" || syscall === "getaddrinfo";
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
