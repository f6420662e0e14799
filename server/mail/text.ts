import type { Mail, MailItem } from "../domain/core/mailer.ts";

/** Returns an email as plain text: its text, records, link, and footer. */
export function mailText({ text, items = [], leads, foot }: Mail): string {
  const [first = "", ...more] = text.trim().split(/\n{2,}/);
  const isSaid = leads &&
    (text.includes(leads.href) || items.some(({ href }) => href === leads.href));
  const way = leads && !isSaid ? [`${leads.name}:\n${leads.href}`] : [];
  const ends = foot
    ? [`-- \n${foot.text}`, ...foot.links.map(({ name, href }) => `${name}:\n${href}`)]
    : [];
  return [first, ...items.map(itemText), ...way, ...more, ...ends].join("\n\n") + "\n";
}

function itemText({ title, reference, href, lines }: MailItem): string {
  return [
    [reference, title].filter(Boolean).join("  "),
    ...(href ? [href] : []),
    ...lines.flatMap(({ who, text, quotes = [] }) => [
      ...(text ? [`- ${who ? `${who} ` : ""}${text}`] : []),
      ...quotes.map((quote) => `  > ${quote}`),
    ]),
  ].join("\n");
}
