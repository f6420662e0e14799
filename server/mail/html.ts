import type { Mail } from "../domain/core/mailer.ts";

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
  .button { background: #6a71e0 !important; color: #ffffff !important; }
}`;
const font = "font: 15px/1.5 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const sheet = `max-width: 480px; margin: 0 auto; padding: 28px 32px; border-radius: 10px; ` +
  `background: #ffffff; color: #1d1f27; ${font}`;
const button = "display: inline-block; padding: 9px 16px; border-radius: 6px; " +
  "background: #4b52c8; color: #ffffff; font-weight: 600; text-decoration: none";

/**
 * A mail as HTML: its paragraphs, and what it leads to as a button below the first. Everything in it is text, whatever
 * it looks like, but the address that it leads to.
 */
export function mailHtml({ subject, text, leads }: Omit<Mail, "to" | "summary">): string {
  const [first = "", ...more] = text.trim().split(/\n{2,}/).map((paragraph) =>
    `<p style="margin: 0 0 16px">${escaped(paragraph).replaceAll("\n", "<br>")}</p>`
  );
  const pressed = leads
    ? `<p style="margin: 0 0 16px"><a class="button" href="${
      escaped(leads.href)
    }" style="${button}">${escaped(leads.name)}</a></p>`
    : "";
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
${pressed}
${more.join("\n")}
</div>
</body>
</html>
`;
}
