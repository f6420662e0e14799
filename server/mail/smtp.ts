import type { Handed, Mail, Mailer } from "../domain/core/mailer.ts";
import { mailHtml } from "./html.ts";
import { mailText } from "./text.ts";
import { isLoopback } from "./loopback.ts";

/** How long it is waited before a mail is tried once more, in milliseconds: longer each time, for an hour in all. */
const PAUSES: readonly number[] = [5_000, 30_000, 120_000, 600_000, 2_700_000];

/** How long the mail server may take for each answer, in milliseconds. */
const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** What is known of a mail that wasn't taken: what the server said, or what couldn't be done. */
interface Failure extends Error {
  responseCode?: number;
  code?: string;
  syscall?: string;
  /** Of a name with several addresses what was wrong with each; the error itself says nothing then. */
  errors?: Failure[];
}

/** What went wrong, of several addresses with the last one. */
function toldBy(error: Failure): Failure {
  return error.errors?.at(-1) ?? error;
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
  const transport = createTransport({ ...encrypted(url), ...TIMEOUTS });
  async function hand(mail: Mail, mayWait: boolean): Promise<Handed> {
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
    // It keeps no program from ending
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

/** A mail as it goes out. */
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

/** A subject that reads as it is written: where a name looks like an encoded word, no reader decodes it. RFC 2047, 5 */
function asWritten(subject: string): string {
  return subject.replaceAll("=?", "= ?");
}

/** What nobody asked for by hand isn't answered by a machine. RFC 3834 */
const unasked = { "Auto-Submitted": "auto-generated" };

/**
 * What became of a mail that failed. It may be taken another time where the server can't be reached, or says that it can't
 * for now (RFC 5321, 4.2.1). Where a connection broke later it may have been taken, and so isn't sent again.
 */
function outcomeOf({ responseCode, code, syscall }: Failure): Handed {
  if (responseCode !== undefined) {
    return responseCode >= 400 && responseCode < 500 ? "later" : "refused";
  }
  const unreached = code === "EDNS" || syscall === "connect" || syscall === "getaddrinfo";
  return unreached ? "later" : "unknown";
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
    const { message } = toldBy(error as Failure);
    return /\bECONNREFUSED\b/.test(message)
      ? "nothing is listening there"
      : message || "it can't be reached";
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
