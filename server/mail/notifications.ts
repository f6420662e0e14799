import { andMore, told } from "../../views/inbox/sentences.ts";
import { inboxPath } from "../../views/inbox_paths.ts";
import { inWorkspace, unsubscribeFor } from "../../views/paths.ts";
import { preferencesPath } from "../../views/settings_paths.ts";
import { excerptOf } from "../domain/text/excerpt.ts";
import type { Mail, MailItem, MailLine, MailLink } from "../domain/core/mailer.ts";
import type { Notification } from "../domain/inbox/schema.ts";
import type { Letter } from "../domain/outbox/letter.ts";
import { LONGEST_NAME, oneLine } from "./one_line.ts";

/** How many records one mail tells of, and of each how many notifications: the inbox has them all. */
const MOST_ITEMS = 20;
const MOST_LINES = 5;
/** How long a title and what was said are shown, in characters. */
const LONGEST_TITLE = 140;
const LONGEST_QUOTE = 280;

/** The mail that tells somebody what stands unread in their inbox. @param origin of this server's pages */
export function notificationMail(letter: Letter, origin: string): Mail {
  const { id, to, notifications, workspaceId, unsubscribeToken } = letter;
  const workspace = oneLine(letter.workspace, LONGEST_NAME);
  const records = [...Map.groupBy(notifications, ({ subject }) => subject.id).values()];
  const left = records.length - MOST_ITEMS;
  const inbox = { name: "Open your inbox", href: origin + inWorkspace(inboxPath, workspaceId) };
  const count = notifications.length;
  const one = count === 1 ? notifications[0]! : null;
  const leads = one && wayTo(one, workspaceId);
  const more = left > 0 ? `\n\nYour inbox has ${left} more.` : "";
  return {
    id,
    to,
    workspace,
    subject: one
      ? `${sentence(one)} · ${named(one)}`
      : `${count} new in ${workspace}: ${listed(records)}`,
    text: one
      ? sentence(one, one.subject.reference ?? "it")
      : `${count} new for you in ${workspace}${more}`,
    items: records.slice(0, MOST_ITEMS).map((entries) => ({
      ...recordOf(entries[0]!, workspaceId),
      lines: one ? [{ quotes: quotesOf(one) }] : linesOf(entries),
    })),
    leads: leads ?? inbox,
    foot: {
      text: `You get this as a member of ${workspace}. What you read in time isn't mailed.`,
      links: [
        ...(leads ? [inbox] : []),
        { name: "Choose what is mailed", href: `${origin}${preferencesPath}#notifications` },
        { name: "Stop these mails", href: origin + unsubscribeFor(unsubscribeToken) },
      ],
    },
    unsubscribe: origin + unsubscribeFor(unsubscribeToken, { by: "mail" }),
    summary: `${count} new in ${workspace}: ${inbox.href}`,
  };
}

/** The way to the record of a notification; null where there is none. */
function wayTo({ subject }: Notification, workspaceId: string): MailLink | null {
  if (!subject.url) return null;
  const name = subject.reference ? oneLine(subject.reference, LONGEST_NAME) : `the ${subject.kind}`;
  return { name: `Open ${name}`, href: inWorkspace(subject.url, workspaceId) };
}

function recordOf({ subject }: Notification, workspaceId: string): Omit<MailItem, "lines"> {
  return {
    title: oneLine(subject.title ?? "Without a title", LONGEST_TITLE),
    reference: subject.reference && oneLine(subject.reference, LONGEST_NAME),
    href: subject.url && inWorkspace(subject.url, workspaceId),
  };
}

/** What happened to a record, the last of it: what somebody did several times in a row once, with all that they said. */
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
    ...(older > 0 ? [{ text: `${older} earlier in your inbox` }] : []),
    ...told.map(({ times, ...line }) =>
      times > 1 ? { ...line, text: `${line.text}, ${times} times` } : line
    ),
  ];
}

function quotesOf({ comment, approval }: Notification): string[] {
  const said = comment?.excerpt ?? approval?.comment ?? approval?.excerpt;
  return said ? [oneLine(excerptOf(said), LONGEST_QUOTE)] : [];
}

/** What happened, told after who did it. */
function lineOf(entry: Notification, it?: string): { who?: string; text: string } {
  const text = oneLine(told(entry, it) + andMore(entry), LONGEST_TITLE);
  return entry.actor ? { who: oneLine(entry.actor.name, LONGEST_NAME), text } : { text };
}

/** "Ada Lovelace mentioned you in a comment" */
function sentence(entry: Notification, it?: string): string {
  const { who, text } = lineOf(entry, it);
  return [who, text].filter(Boolean).join(" ");
}

function named({ subject: { reference, title } }: Notification): string {
  return oneLine([reference, title].filter(Boolean).join(" "), LONGEST_TITLE);
}

/** What the mail is about, as short as it goes: references, or titles where there are none. */
function listed(records: Notification[][]): string {
  const names = records.slice(0, 3).map(([entry]) =>
    oneLine(entry!.subject.reference ?? entry!.subject.title ?? "", 30)
  );
  const more = records.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
