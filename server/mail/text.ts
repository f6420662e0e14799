import type { Mail, MailItem } from "../domain/core/mailer.ts";

/** A mail as text alone: what it says, what it tells of each record, and what it ends in. */
export function mailText({ text, items = [], leads, foot }: Mail): string {
  const way = leads && !text.includes(leads.href) ? [`${leads.name}:\n${leads.href}`] : [];
  const ends = foot
    ? [`-- \n${foot.text}`, ...foot.links.map(({ name, href }) => `${name}:\n${href}`)]
    : [];
  return [text.trim(), ...items.map(itemText), ...way, ...ends].join("\n\n") + "\n";
}

function itemText({ title, reference, href, lines }: MailItem): string {
  return [
    [reference, title].filter(Boolean).join("  "),
    ...(href ? [href] : []),
    ...lines.flatMap(({ who, text, quote }) => [
      `- ${who ? `${who} ` : ""}${text}`,
      ...(quote ? [`  > ${quote}`] : []),
    ]),
  ].join("\n");
}
