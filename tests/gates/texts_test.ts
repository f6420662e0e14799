import assert from "node:assert/strict";
import { collectTexts } from "../support/texts.ts";

const texts = await collectTexts();
const file = new URL("./texts.txt", import.meta.url);

Deno.test("texts.txt holds every text that people can read, so that a review sees each new one", async () => {
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
