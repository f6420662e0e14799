import assert from "node:assert/strict";
import { assertNone } from "../support/missing.ts";
import { collectTexts } from "../support/texts.ts";
import { findRetired, retired } from "./retired_words.ts";

const texts = await collectTexts();
const file = new URL("./texts.txt", import.meta.url);

Deno.test("texts.txt contains every text that people can read, so that reviews see each new one", async () => {
  const now = new Set(texts.map(({ text }) => text));
  assert.ok(now.size > 3_000, `${now.size} texts`);
  const lines = [...now].sort();
  if (Deno.env.get("BACKLOG_UPDATE_SNAPSHOTS")) {
    await Deno.writeTextFile(file, `${lines.join("\n")}\n`);
  }
  const kept = new Set((await Deno.readTextFile(file)).trimEnd().split("\n"));
  const changes = [
    ...[...kept.difference(now)].map((text) => `- ${text}`),
    ...[...now.difference(kept)].map((text) => `+ ${text}`),
  ];
  assert.ok(
    changes.length === 0,
    `tests/gates/texts.txt differs from the texts of the sources. Read each new text, then run ` +
      `BACKLOG_UPDATE_SNAPSHOTS=1 deno task test tests/gates/texts_test.ts.\n${changes.join("\n")}`,
  );
});

Deno.test("no text uses a word that the glossary excludes", () => {
  const hits = texts.flatMap(({ text, at }) => findRetired(text).map((one) => `${at}: ${one}`));
  assertNone(new Set(hits), (sentence) => sentence);
});

Deno.test("every exception for an excluded word still has its text", () => {
  assertNone(
    retired.flatMap(({ except = [] }) => except)
      .filter(([one]) => !texts.some(({ text }) => one.test(text))),
    ([one, reason]) => `No text matches ${one} (${reason}). Remove it from retired_words.ts.`,
  );
});
