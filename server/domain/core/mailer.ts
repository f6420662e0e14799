/** One mail to one person. */
export interface Mail {
  to: string;
  subject: string;
  /** Its paragraphs, with an empty line between two: what it is about first, as short as that goes. */
  text: string;
  /** The workspace that it is about, as it is called. */
  workspace?: string;
  /** What it tells besides, below its text. */
  items?: readonly MailItem[];
  /** Where it leads. */
  leads?: MailLink;
  /** What it ends in: why it was sent, and how that is changed. */
  foot?: { text: string; links: readonly MailLink[] };
  /** Where one click of the reader's program stops such mails. RFC 8058 */
  unsubscribe?: string;
  /** By which it is told from every other. */
  id?: string;
  /** How long it is of use, in milliseconds; for good, unless said otherwise. */
  usefulMs?: number;
  /** What the log's single line holds besides the address where no SMTP server is configured: the code. */
  summary: string;
}

export interface MailLink {
  name: string;
  href: string;
}

/** What a mail tells of one record. */
export interface MailItem {
  title: string;
  reference: string | null;
  href: string | null;
  /** What happened to it, the oldest first. */
  lines: readonly MailLine[];
}

/** What somebody did, where the mail doesn't say that already, and what was said. */
export interface MailLine {
  who?: string;
  text?: string;
  quotes?: readonly string[];
}

/**
 * What became of a mail: it was taken; it can't be taken for now, or not ever; or nobody knows, because the connection
 * broke while it was handed over.
 */
export type Handed = "taken" | "later" | "refused" | "unknown";

/** Sends mail. A failure is logged by the mailer. */
export interface Mailer {
  /** Whether mail leaves the machine; if not, pages say that the code is in the server's log. */
  readonly delivers: boolean;
  /** Sends a mail that is of use now; nobody waits for it. */
  send(mail: Mail): void;
  /** Whether the mail server can be reached and lets this program in. */
  answers(): Promise<boolean>;
  /** Tries once to send a mail. */
  hand(mail: Mail): Promise<Handed>;
  /** Is told that something in the outbox is to go at once; the postman listens, where there is one. */
  due: () => void;
}

/** Sends nothing to anybody. */
export const noMailer: Mailer = {
  delivers: false,
  send() {},
  answers: () => Promise.resolve(false),
  hand: () => Promise.resolve("refused"),
  due() {},
};
