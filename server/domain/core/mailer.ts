/** An email to one person. */
export interface Mail {
  to: string;
  subject: string;
  /** The paragraphs, separated by empty lines. The first is a short summary. */
  text: string;
  /** The name of the workspace. */
  workspace?: string;
  /** Further content below the text. */
  items?: readonly MailItem[];
  /** The main link. */
  leads?: MailLink;
  /** The footer: why the email was sent, and how to change that. */
  foot?: { text: string; links: readonly MailLink[] };
  /** The URL that unsubscribes in one click of the email program. RFC 8058 */
  unsubscribe?: string;
  /** The unique ID of the email. */
  id?: string;
  /** How long the email is useful, in milliseconds. By default, it is always useful. */
  usefulMs?: number;
  /** The text of the log line besides the address if there is no SMTP server: the code. */
  summary: string;
}

export interface MailLink {
  name: string;
  href: string;
}

/** An email's content about one record. */
export interface MailItem {
  title: string;
  reference: string | null;
  href: string | null;
  /** The events, oldest first. */
  lines: readonly MailLine[];
}

/** An event, with the actor unless the email already names them, and a quote. */
export interface MailLine {
  who?: string;
  text?: string;
  quotes?: readonly string[];
}

/**
 * The result of sending an email: accepted, rejected for now, rejected permanently, or unknown because the connection
 * broke during transfer.
 */
export type SendResult = "taken" | "later" | "refused" | "unknown";

/** Sends emails, and logs failures. */
export interface Mailer {
  /** Whether emails leave the machine. If they don't, pages say that the code is in the server's log. */
  readonly delivers: boolean;
  /** Sends an email immediately, without waiting for the result. */
  send(mail: Mail): void;
  /** Checks that the mail server is reachable and accepts this program. */
  answers(): Promise<boolean>;
  /** Tries to send an email once. */
  hand(mail: Mail): Promise<SendResult>;
  /** Notes that an email in the outbox is due. The postman listens, if there is one. */
  due: () => void;
}

/** A mailer that sends nothing. */
export const noMailer: Mailer = {
  delivers: false,
  send() {},
  answers: () => Promise.resolve(false),
  hand: () => Promise.resolve("refused"),
  due() {},
};
