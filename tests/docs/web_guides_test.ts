import assert from "node:assert/strict";
import { assertNone } from "../support/missing.ts";
import { readSources, repository } from "../support/source.ts";
import { collectTexts } from "../support/texts.ts";
import { catalog, cellsOf, pages } from "./rendered.ts";

const web = pages.filter(({ path }) => path.startsWith("/docs/web"));
const guides = await readSources([".ts"], `${repository}/tests/browser/guides`);
/** The pages whose steps the browser tests follow. */
const followed = new Set(
  guides.flatMap(({ text }) => [...text.matchAll(/^ {2}pages: \[(.*?)\],$/gms)])
    .flatMap(([, list]) => [...list!.matchAll(/"(.*?)"/g)].map(([, page]) => `/docs/${page}`)),
);

Deno.test("a browser test follows the steps of every web guide", () => {
  assertNone(
    web.filter(({ path, text }) => text.includes("\n## Steps\n") && !followed.has(path)),
    ({ path }) => `${path}: no guide in tests/browser/guides has this page among its pages.`,
  );
  assertNone(
    [...followed].filter((path) => !catalog.pages.has(path)),
    (path) => `tests/browser/guides: ${path} isn't a page.`,
  );
});

const texts = (await collectTexts()).map(({ text }) => text);
/** The sources of the web interface, for words that aren't texts by themselves, such as "ID". */
const views = (await readSources([".tsx"], `${repository}/views`)).map(({ text }) => text).join();

/** What a pattern needs in letters, so that it doesn't match everything: `{} of {}` would. */
const MIN_LETTERS = 6;

/** Returns a pattern for a text with values, in which a page can also write "…" for a value. */
const patternOf = (text: string) =>
  new RegExp(`^${text.split(/\{\}/).map((part) => RegExp.escape(part)).join(".*")}$`);
const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, "").length;
const patternsOf = (all: readonly string[]) =>
  [...new Set(all)].filter((one) => lettersOf(one) >= MIN_LETTERS).map(patternOf);

/** Texts without the icons and numbers around them. */
const labels = new Set(
  texts.map((text) => text.replace(/^(\{\} ?)+|[: ]*(\{\} ?)+$/g, "")),
);
const labelPatterns = patternsOf(texts);

const isLabel = (label: string) =>
  labels.has(label) || labelPatterns.some((pattern) => pattern.test(label)) ||
  new RegExp(`"${RegExp.escape(label)}"|>\\s*${RegExp.escape(label)}\\s*<`).test(views);

/** Returns what a page prints in bold: labels, which end without a colon. `A → B` are two. */
const labelsOf = (text: string) =>
  [...text.matchAll(/\*\*(.+?)\*\*/gs)].map(([, bold]) => bold!)
    .filter((bold) => !bold.endsWith(":"))
    .map((bold) => bold.replace(/\[(.*?)\]\(.*?\)/gs, "$1").replace(/\s+/g, " "))
    .flatMap((bold) => bold.split(" → "));

Deno.test("every bold label in a web guide is a text of the web interface", () => {
  const all = web.flatMap(({ path, text }) => labelsOf(text).map((label) => ({ path, label })));
  assert.ok(all.length > 500, `${all.length} labels`);
  assertNone(
    all.filter(({ label }) => !isLabel(label)),
    ({ path, label }) => `${path}: no page has the label "${label}".`,
  );
});

/** Returns the sentences of a message, without periods and without the sentences that are values. */
const sentencesOf = (message: string) =>
  message.split(/(?<=[.?!]) |(?<=^\{\}) (?=\p{Lu})|(?<=\.)(?=\{\}$)/u)
    .map((sentence) => sentence.replace(/\.$/, "").trim());
const messagePatterns = patternsOf(texts.flatMap(sentencesOf));

/** Returns the messages that a guide explains: quotations in the first column below its last heading. */
function messagesOf(text: string): string[] {
  const [, problems = ""] = text.split("\n## If something goes wrong\n");
  return cellsOf(problems).flatMap((cell) =>
    [...cell.matchAll(/"(.+?)"/g)].map(([, message]) => message!)
  );
}

Deno.test("every message that a web guide explains is a text of the product", () => {
  const all = web.flatMap(({ path, text }) =>
    messagesOf(text).flatMap(sentencesOf).map((message) => ({ path, message }))
  );
  assert.ok(all.length > 100, `${all.length} sentences`);
  assertNone(
    all.filter(({ message }) =>
      !isLabel(message) && !messagePatterns.some((pattern) => pattern.test(message))
    ),
    ({ path, message }) => `${path}: no message says "${message}".`,
  );
});
