/** One mail to one person. */
export interface Mail {
  to: string;
  subject: string;
  /** Its paragraphs, with an empty line between two. */
  text: string;
  /** Where it leads, which its text says too. */
  leads?: { name: string; href: string };
  /** How long it is of use, in milliseconds; for good, unless said otherwise. */
  usefulMs?: number;
  /** What the log's single line holds besides the address where no SMTP server is configured: the code. */
  summary: string;
}

/** Sends mail. A failure is logged by the mailer; nobody waits for it. */
export interface Mailer {
  /** Whether mail leaves the machine; if not, pages say that the code is in the server's log. */
  readonly delivers: boolean;
  send(mail: Mail): void;
}
