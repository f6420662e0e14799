/**
 * Guards the cells of tables against formulas (OWASP, CSV Injection). A guard is an apostrophe. A text that already
 * starts with an apostrophe gets another one, so that guards can be removed again.
 */

/** The start of a text that a spreadsheet runs as a formula. */
const AT_START = /^(?='*[\s\p{Cf}]*[=+\-@|%\t\r＝＋－＠])/u;

/**
 * The places in a text where a spreadsheet that splits at semicolons or tabs starts a cell with a formula. List items are
 * harmless: a hyphen and a space, without a call or a pipe on the rest of the line.
 */
const INSIDE =
  /(?<=[;\t\r\n])(?='*(?:(?![\t\r\n])[\s\p{Cf}])*(?:[=+@＝＋＠]|[-－](?!\s[^(|;\t\r\n]*(?:[;\t\r\n]|$))))/gu;

const GUARD_AT_START = new RegExp(`^'${AT_START.source.slice(1)}`, "u");
const GUARD_INSIDE = new RegExp(INSIDE.source.replace("(?=", "'(?="), "gu");

/** Returns a text whose guards keep spreadsheets from running any of it. */
export function guardFormulas(text: string): string {
  return text.replace(INSIDE, "'").replace(AT_START, "'");
}

/** Returns the text that `guardFormulas` guarded. */
export function unguardFormulas(text: string): string {
  return text.replace(GUARD_AT_START, "").replace(GUARD_INSIDE, "");
}
