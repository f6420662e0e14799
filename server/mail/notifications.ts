import { andMore, told } from "../../views/inbox/sentences.ts";
import { inboxPath } from "../../views/inbox_paths.ts";
import { inWorkspace, unsubscribeFor } from "../../views/paths.ts";
import { preferencesPath } from "../../views/settings_paths.ts";
import { excerptOf } from "../domain/text/excerpt.ts";
import type { Mail, MailItem, MailLine, MailLink } from "../domain/core/mailer.ts";
import type { Notification } from "../domain/inbox/schema.ts";
import type { Letter } from "../domain/outbox/letter.ts";
import { LONGEST_NAME, oneLine } from "./one_line.ts";

/** Maximum number of records in an email, and of notifications for each. The inbox has all of them. */
const MOST_ITEMS = 20;
const MOST_LINES = 5;
/** Maximum lengths of titles and quotes, in characters. */
const LONGEST_TITLE = 140;
const LONGEST_QUOTE = 280;

/** Returns the email for unread notifications. @param origin the origin of this server's pages */
export function notificationMail(letter: Letter, origin: string): Mail {
  const { id, to, notifications, workspaceId, unsubscribeToken } = letter;
  const workspace = oneLine(letter.workspace, LONGEST_NAME);
  const records = [...Map.groupBy(notifications, ({ subject }) => subject.id).values()];
  const left = records.length - MOST_ITEMS;
  const inbox = { name: "Open your inbox", href: origin + inWorkspace(inboxPath, workspaceId) };
  const count = notifications.length;
  const one = count === 1 ? notifications[0]! : null;
  const leads = one && wayTo(one, workspaceId);
  const more = left > 0
    ? `\n\nYour inbox has notifications about ${left} more ${left === 1 ? "record" : "records"}.`
    : "";
  return {
    id,
    to,
    workspace,
    subject: one
      ? `${sentence(one)} · ${named(one)}`
      : `${count} notifications in ${workspace}: ${listed(records)}`,
    text: one
      ? sentence(one, one.subject.reference ?? undefined)
      : `You have ${count} unread notifications in ${workspace}${more}`,
    items: records.slice(0, MOST_ITEMS).map((entries) => ({
      ...recordOf(entries[0]!, workspaceId),
      lines: one ? [{ quotes: quotesOf(one) }] : linesOf(entries),
    })),
    leads: leads ?? inbox,
    foot: {
      text:
        `You're receiving this email because you're a member of ${workspace}. We only email notifications you haven't read.`,
      links: [
        ...(leads ? [inbox] : []),
        { name: "Choose email notifications", href: `${origin}${preferencesPath}#notifications` },
        { name: "Unsubscribe", href: origin + unsubscribeFor(unsubscribeToken) },
      ],
    },
    unsubscribe: origin + unsubscribeFor(unsubscribeToken, { by: "mail" }),
    summary: `${count} ${
      count === 1 ? "notification" : "notifications"
    } in ${workspace}: ${inbox.href}`,
  };
}

/** Returns a link to the record of a notification, or null if there is none. */
function wayTo({ subject }: Notification, workspaceId: string): MailLink | null {
  if (!subject.url) return null;
  const name = subject.reference ? oneLine(subject.reference, LONGEST_NAME) : `the ${subject.kind}`;
  return { name: `Open ${name}`, href: inWorkspace(subject.url, workspaceId) };
}

function recordOf({ subject }: Notification, workspaceId: string): Omit<MailItem, "lines"> {
  return {
    title: oneLine(subject.title ?? "Untitled", LONGEST_TITLE),
    reference: subject.reference && oneLine(subject.reference, LONGEST_NAME),
    href: subject.url && inWorkspace(subject.url, workspaceId),
  };
}

/** Returns the latest changes to a record. Repeated changes by one person share a line and keep all quotes. */
function linesOf(entries: Notification[]): MailLine[] {
  const shown = entries.slice(-MOST_LINES);
  const older = entries.length - shown.length;
  const told: (MailLine & { times: number; quotes: readonly string[] })[] = [];
  for (const entry of shown) {
    const line = { ...lineOf(entry), quotes: quotesOf(entry), times: 1 };
    const last = told.at(-1);
    if (last && last.who === line.who && last.text === line.text) {
      last.times++;
      last.quotes = [...last.quotes, ...line.quotes];
    } else told.push(line);
  }
  return [
    ...(older > 0
      ? [{
        text: `${older} earlier ${older === 1 ? "notification" : "notifications"} in your inbox`,
      }]
      : []),
    ...told.map(({ times, ...line }) =>
      times > 1 ? { ...line, text: `${line.text}, ${times} times` } : line
    ),
  ];
}

function quotesOf({ comment, approval }: Notification): string[] {
  const said = comment?.excerpt ?? approval?.comment ?? approval?.excerpt;
  return said ? [oneLine(excerptOf(said), LONGEST_QUOTE)] : [];
}

/** Returns a change, to be shown after the actor's name. */
function lineOf(entry: Notification, it?: string): { who?: string; text: string } {
  const text = oneLine(told(entry, it) + andMore(entry), LONGEST_TITLE);
  return entry.actor ? { who: oneLine(entry.actor.name, LONGEST_NAME), text } : { text };
}

/** Returns a summary, such as "Ada Lovelace mentioned you in a comment". */
function sentence(entry: Notification, it?: string): string {
  const { who, text } = lineOf(entry, it);
  return [who, text].filter(Boolean).join(" ");
}

function named({ subject: { reference, title } }: Notification): string {
  return oneLine([reference, title].filter(Boolean).join(" "), LONGEST_TITLE);
}

/** Lists the first records of an email by reference, or by title if there is none. */
function listed(records: Notification[][]): string {
  const names = records.slice(0, 3).map(([entry]) =>
    oneLine(entry!.subject.reference ?? entry!.subject.title ?? "", 30)
  );
  const more = records.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
