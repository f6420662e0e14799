import type { Mail, Mailer, SendResult } from "../domain/core/mailer.ts";
import { mailHtml } from "./html.ts";
import { mailText } from "./text.ts";
import { isLoopback } from "./loopback.ts";

/** Pauses before further attempts, in milliseconds: an hour in total. */
const PAUSES: readonly number[] = [5_000, 30_000, 120_000, 600_000, 2_700_000];

/** Time limits for responses of the mail server, in milliseconds. */
const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** Why an email failed: the server's response, or the failed system call. */
interface Failure extends Error {
  responseCode?: number;
  code?: string;
  syscall?: string;
  /** The errors of each address, if the name has several. */
  errors?: Failure[];
}

/** Returns the error of the last address. */
function toldBy(error: Failure): Failure {
  return error.errors?.at(-1) ?? error;
}

/**
 * Creates the mailer over SMTP. It sends each email as text and HTML. If the mail server can't take an email now, the
 * mailer tries again with longer pauses, while the email is useful. A failed email leaves a line in the log, without
 * its text.
 * @param url `smtp://user:pass@host:587` or `smtps://…`
 * @param from the sender, `Backlog <backlog@example.com>`
 * @param pauses pauses before further attempts, in milliseconds
 */
export async function smtpMailer(
  url: string,
  from: string,
  say: (line: string) => void,
  pauses: Readonly<Record<number, number>> = PAUSES,
): Promise<Mailer> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ ...encrypted(url), ...TIMEOUTS });
  async function hand(mail: Mail, mayWait: boolean): Promise<SendResult> {
    try {
      await transport.sendMail(letterOf(mail, from));
      return "taken";
    } catch (error) {
      const failure = toldBy(error as Failure);
      const outcome = outcomeOf(failure);
      if (outcome !== "later" || !mayWait) {
        say(`email to ${mail.to} couldn't be sent: ${failure.message}`);
      }
      return outcome;
    }
  }
  async function attempt(mail: Mail, usefulMs: number, tries: number): Promise<void> {
    const pause = pauses[tries];
    const mayWait = pause !== undefined && pause <= usefulMs;
    if (await hand(mail, mayWait) !== "later" || !mayWait) return;
    // The timer doesn't keep the process running
    Deno.unrefTimer(setTimeout(() => void attempt(mail, usefulMs - pause, tries + 1), pause));
  }
  return {
    delivers: true,
    send: (mail) => void attempt(mail, mail.usefulMs ?? Infinity, 0),
    async answers() {
      try {
        return await transport.verify();
      } catch (error) {
        say(`the email server can't be used: ${toldBy(error as Failure).message}`);
        return false;
      }
    },
    hand: (mail) => hand(mail, true),
    due() {},
  };
}

/** Returns an email as sent. */
function letterOf(mail: Mail, from: string) {
  const { id, to, subject, unsubscribe } = mail;
  const host = from.replace(/>$/, "").split("@").at(-1);
  return {
    from,
    to,
    subject: asWritten(subject),
    text: mailText(mail),
    html: mailHtml(mail),
    ...(id ? { messageId: `<${id}@${host}>`, headers: unasked } : {}),
    ...(unsubscribe
      ? {
        list: { unsubscribe },
        headers: { ...unasked, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
      }
      : {}),
  };
}

/** Returns a subject in which no name looks like an encoded word. RFC 2047, 5 */
function asWritten(subject: string): string {
  return subject.replaceAll("=?", "= ?");
}

/** Headers that prevent automatic replies to automatic emails. RFC 3834 */
const unasked = { "Auto-Submitted": "auto-generated" };

/**
 * Returns the outcome of a failed email. Another attempt makes sense if the server can't be reached or refuses for now
 * (RFC 5321, 4.2.1). If a connection broke later, the email might have arrived, so it isn't sent again.
 */
function outcomeOf({ responseCode, code, syscall }: Failure): SendResult {
  if (responseCode !== undefined) {
    return responseCode >= 400 && responseCode < 500 ? "later" : "refused";
  }
  const unreached = code === "EDNS" || syscall === "connect" || syscall === "getaddrinfo";
  return unreached ? "later" : "unknown";
}

/**
 * Checks that the mail server accepts the connection and credentials. It sends nothing.
 * @param patience the time limit, in milliseconds
 * @returns the problem without secrets, or undefined
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
    const { message } = toldBy(error as Failure);
    return /\bECONNREFUSED\b/.test(message)
      ? "nothing is listening there"
      : message || "it can't be reached";
  } finally {
    transport.close();
  }
}

/**
 * Returns the connection options. Codes are only sent encrypted, unless the mail server runs on this machine or the URL
 * allows plain text (`?ignoreTLS=true`). RFC 3207; https://nodemailer.com/smtp
 */
function encrypted(url: string): { url: string; requireTLS?: true } {
  const { protocol, hostname, searchParams } = new URL(url);
  const decided = ["requireTLS", "ignoreTLS", "opportunisticTLS"].some((name) =>
    searchParams.has(name)
  );
  const open = protocol === "smtp:" && !isLoopback(hostname) && !decided;
  return open ? { url, requireTLS: true } : { url };
}
