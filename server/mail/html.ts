import type { Mail, MailItem, MailLink } from "../domain/core/mailer.ts";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => escapes[one]!);
}

/** Light, and dark where the reader's program knows that: it takes no styles from elsewhere. */
const styles = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #16171c !important; }
  .sheet { background: #1e1f26 !important; color: #e8e9ee !important; }
  .soft, .soft a { color: #a3a6b4 !important; }
  .title { color: #e8e9ee !important; }
  .item { border-color: #33353f !important; }
  .quote { background: #282a33 !important; color: #c9cbd6 !important; }
  .button { background: #6a71e0 !important; color: #ffffff !important; }
}
@media (max-width: 480px) { .sheet { padding: 22px 20px !important; } }`;
const font = "font: 15px/1.5 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const sheet = `max-width: 480px; margin: 0 auto; padding: 28px 32px; border-radius: 10px; ` +
  `background: #ffffff; color: #1d1f27; overflow-wrap: anywhere; ${font}`;
const button = "display: inline-block; padding: 9px 16px; border-radius: 6px; " +
  "background: #4b52c8; color: #ffffff; font-weight: 600; text-decoration: none";
const soft = "color: #666a7a";
const quote = "display: block; margin: 4px 0 0; padding: 7px 11px; border-radius: 6px; " +
  "background: #f3f4f7; color: #454957; font-size: 14px";
const paragraph = '<p style="margin: 0 0 16px">';

/**
 * A mail as HTML: its paragraphs, what it tells of each record below the first, and what it leads to as a button.
 * Everything in it is text, whatever it looks like, but the addresses that it leads to; what runs from right to left turns
 * nothing around it.
 */
export function mailHtml(
  { subject, text, items = [], leads, foot }: Omit<Mail, "to" | "summary">,
): string {
  const [first = "", ...more] = text.trim().split(/\n{2,}/).map((words) =>
    `${paragraph}${escaped(words).replaceAll("\n", "<br>")}</p>`
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${styles}</style>
</head>
<body class="ground" style="margin: 0; padding: 32px 12px; background: #f3f4f7">
<div class="sheet" style="${sheet}">
${first}
${items.map(itemHtml).join("\n")}
${leads ? `${paragraph}${link(leads, "button", button)}</p>` : ""}
${more.join("\n")}
${foot ? footHtml(foot) : ""}
</div>
</body>
</html>
`;
}

function link({ name, href }: MailLink, className: string, style: string): string {
  return `<a class="${className}" href="${escaped(href)}" style="${style}">${escaped(name)}</a>`;
}

function itemHtml({ title, reference, href, lines }: MailItem): string {
  const name = `<bdi>${escaped(title)}</bdi>`;
  const style = "color: #1d1f27; font-weight: 600; text-decoration: none";
  const named = href
    ? `<a class="title" href="${escaped(href)}" style="${style}">${name}</a>`
    : `<b>${name}</b>`;
  const beside = reference
    ? `<span class="soft" style="${soft}; font-size: 13px">${escaped(reference)}</span> `
    : "";
  const told = lines.map(({ who, text, quote: said }) => {
    const named = who ? `<bdi>${escaped(who)}</bdi> ` : "";
    const quoted = said
      ? `<span class="quote" dir="auto" style="${quote}">${escaped(said)}</span>`
      : "";
    return `<div style="margin: 4px 0 0; font-size: 14px">${named}${escaped(text)}${quoted}</div>`;
  });
  return `<div class="item" style="margin: 0 0 16px; padding: 14px 0 0; border-top: 1px solid #e3e4ea">
<div>${beside}${named}</div>
${told.join("\n")}
</div>`;
}

function footHtml({ text, links }: NonNullable<Mail["foot"]>): string {
  const style = "margin: 20px 0 0; padding: 14px 0 0; border-top: 1px solid #e3e4ea; " +
    `${soft}; font-size: 13px`;
  const ways = links.map((one) => link(one, "", `${soft}; text-decoration: underline`));
  return `<p class="soft item" style="${style}">${escaped(text)}<br>${ways.join(" · ")}</p>`;
}
