import { andMore, told } from "../../views/inbox/sentences.ts";
import { inboxPath } from "../../views/inbox_paths.ts";
import { inWorkspace, unsubscribeFor } from "../../views/paths.ts";
import { preferencesPath } from "../../views/settings_paths.ts";
import { excerptOf } from "../domain/text/excerpt.ts";
import type { Mail, MailItem } from "../domain/core/mailer.ts";
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
  const { id, to, notifications, unsubscribeToken } = letter;
  const workspace = oneLine(letter.workspace, LONGEST_NAME);
  const records = [...Map.groupBy(notifications, ({ subject }) => subject.id).values()];
  const left = records.length - MOST_ITEMS;
  const inbox = origin + inWorkspace(inboxPath, letter.workspaceId);
  const one = notifications.length === 1 ? notifications[0]! : null;
  const count = notifications.length;
  const more = left > 0 ? `\n\nYour inbox has ${left} more.` : "";
  return {
    id,
    to,
    subject: one
      ? `${sentence(one)} · ${named(one)}`
      : `${count} new in ${workspace}: ${listed(records)}`,
    text: `${one ? "New" : `${count} new`} for you in ${workspace}.${more}`,
    items: records.slice(0, MOST_ITEMS).map((entries) => itemOf(entries, letter.workspaceId)),
    leads: { name: "Open your inbox", href: inbox },
    foot: {
      text: `You get this as a member of ${workspace}. What you read in time isn't mailed.`,
      links: [
        { name: "Choose what is mailed", href: `${origin}${preferencesPath}#notifications` },
        { name: "Stop these mails", href: origin + unsubscribeFor(unsubscribeToken) },
      ],
    },
    unsubscribe: origin + unsubscribeFor(unsubscribeToken, "mail"),
    summary: `${count} new in ${workspace}: ${inbox}`,
  };
}

function itemOf(entries: Notification[], workspaceId: string): MailItem {
  const { subject } = entries[0]!;
  const shown = entries.slice(-MOST_LINES);
  const older = entries.length - shown.length;
  return {
    title: oneLine(subject.title ?? "Without a title", LONGEST_TITLE),
    reference: subject.reference && oneLine(subject.reference, LONGEST_NAME),
    href: subject.url && inWorkspace(subject.url, workspaceId),
    lines: [
      ...(older > 0 ? [{ text: `${older} earlier` }] : []),
      ...shown.map((entry) => ({ ...lineOf(entry), ...quoteOf(entry) })),
    ],
  };
}

function quoteOf({ comment, approval }: Notification): { quote?: string } {
  const said = comment?.excerpt ?? approval?.comment ?? approval?.excerpt;
  return said ? { quote: oneLine(excerptOf(said), LONGEST_QUOTE) } : {};
}

/** What happened, told after who did it. */
function lineOf(entry: Notification): { who?: string; text: string } {
  const text = oneLine(told(entry) + andMore(entry), LONGEST_TITLE);
  return entry.actor ? { who: oneLine(entry.actor.name, LONGEST_NAME), text } : { text };
}

/** "Ada Lovelace mentioned you in a comment" */
function sentence(entry: Notification): string {
  const { who, text } = lineOf(entry);
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
