import type { Mail, MailItem, MailLine, MailLink } from "../domain/core/mailer.ts";

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

/**
 * Styles for dark mode and narrow screens. Email programs load no other styles. The basic styles are attributes, and
 * tables do the layout, because some programs support nothing else.
 */
const styles = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #16171c !important; }
  .sheet { background: #1e1f26 !important; color: #e8e9ee !important; }
  .soft, .soft a { color: #a3a6b4 !important; }
  .title { color: #adb3f7 !important; }
  .item { border-color: #33353f !important; }
  .quote { background: #282a33 !important; color: #c9cbd6 !important; }
  .button { background: #6066d6 !important; }
}
@media (max-width: 480px) { .sheet { padding: 22px 20px !important; } }`;
// Some programs ignore the other fonts if the first one is missing. They have this one.
const fonts = "'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif";
const ground = "margin: 0; padding: 0; background: #f3f4f7";
const sheet = "padding: 28px 32px; border-radius: 10px; background: #ffffff; color: #1d1f27; " +
  `overflow-wrap: anywhere; text-align: left; font: 15px/1.5 ${fonts}`;
const heading = "margin: 0 0 18px; font-size: 18px; line-height: 1.35; font-weight: 600";
const button = "display: inline-block; padding: 9px 16px; color: #ffffff; font-weight: 600; " +
  "text-decoration: none";
const soft = "color: #666a7a";
const quote = "margin: 6px 0 0; padding: 7px 11px; border-radius: 6px; background: #f3f4f7; " +
  "color: #454957; font-size: 14px";
const paragraph = '<p style="margin: 0 0 14px">';
const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

/**
 * Returns an email as HTML: a heading, the records, a button, and the rest of the text. All values except links are
 * escaped text. Right-to-left names don't affect the text around them.
 */
export function mailHtml(
  { subject, text, workspace, items = [], leads, foot }: Omit<Mail, "to" | "summary">,
): string {
  const [first = "", ...more] = text.trim().split(/\n{2,}/).map((words) =>
    escaped(words).replaceAll("\n", "<br>")
  );
  // Shown beside the subject in lists of emails
  const preview = items.flatMap(({ lines }) => lines).find(({ quotes }) => quotes?.length)?.quotes
    ?.[0];
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
<body class="ground" style="${ground}">
<div style="display: none; max-height: 0; overflow: hidden">${
    preview ? escaped(preview) : more[0] ?? ""
  }</div>
<table ${table} width="100%" class="ground" style="${ground}">
<tr><td align="center" style="padding: 32px 12px">
<table ${table} width="480" style="width: 100%; max-width: 480px">
<tr><td class="sheet" style="${sheet}">
<p class="soft" style="margin: 0 0 6px; font-size: 13px; ${soft}"><b>Backlog</b>${
    workspace ? ` · <bdi>${escaped(workspace)}</bdi>` : ""
  }</p>
<h1 style="${heading}">${first}</h1>
${items.map(itemHtml).join("\n")}
${leads ? buttonHtml(leads) : ""}
${more.map((words) => `${paragraph}${words}</p>`).join("\n")}
${foot ? footHtml(foot) : ""}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function link({ name, href }: MailLink, style: string): string {
  return `<a href="${escaped(href)}" style="${style}">${escaped(name)}</a>`;
}

function buttonHtml(leads: MailLink): string {
  return `<table ${table} style="margin: 0 0 18px"><tr>
<td class="button" style="border-radius: 6px; background: #4b52c8">${link(leads, button)}</td>
</tr></table>`;
}

function itemHtml({ title, reference, href, lines }: MailItem): string {
  const name = `<bdi>${escaped(title)}</bdi>`;
  const style = "color: #4b52c8; font-weight: 600; text-decoration: none";
  const named = href
    ? `<a class="title" href="${escaped(href)}" style="${style}">${name}</a>`
    : `<b>${name}</b>`;
  const beside = reference
    ? `<span class="soft" style="${soft}; font-size: 13px">${escaped(reference)}</span> `
    : "";
  return `<div class="item" style="margin: 0 0 18px; padding: 14px 0 0; border-top: 1px solid #e3e4ea">
<div>${beside}${named}</div>
${lines.map(lineHtml).join("\n")}
</div>`;
}

function lineHtml({ who, text, quotes = [] }: MailLine): string {
  const named = who ? `<bdi>${escaped(who)}</bdi> ` : "";
  const told = text ? `${named}${escaped(text)}` : "";
  const quoted = quotes.map((said) =>
    `<div class="quote" dir="auto" style="${quote}">${escaped(said)}</div>`
  );
  return `<div style="margin: 6px 0 0; font-size: 14px">${told}${quoted.join("")}</div>`;
}

function footHtml({ text, links }: NonNullable<Mail["foot"]>): string {
  const style = "margin: 0; padding: 14px 0 0; border-top: 1px solid #e3e4ea; " +
    `${soft}; font-size: 13px`;
  const ways = links.map((one) =>
    link(one, `${soft}; text-decoration: underline; white-space: nowrap`)
  );
  const said = [escaped(text), ways.join(" · ")].filter(Boolean).join("<br>");
  return `<p class="soft item" style="${style}">${said}</p>`;
}
