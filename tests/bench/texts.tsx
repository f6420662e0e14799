import { perform } from "../../server/domain/core/operation.ts";
import { readTaskTexts } from "../../server/domain/tasks/texts.ts";
import { writeMarkdown } from "../../views/markdown.tsx";
import { assemble } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

/**
 * `deno task bench:texts [--only TEXT]`: how long the longest description of each nasty kind takes to be read, its
 * mentions found, and to be written as HTML. Fails where one takes longer than it may.
 */

/** Milliseconds that one text may take: as long as a request that everybody else waits for. */
const GOAL_MS = 500;
const LENGTH = 100_000;
const ROUNDS = 3;

/** Each is repeated until the text is full. */
const kinds: Record<string, string> = {
  "opening brackets": "[",
  "pictures that don't close": "![",
  "links in links": "[a](",
  "closing brackets": "[a]]",
  "definitions": "[a]: /b\n",
  "stars": "*",
  "stars and underscores": "*_a_",
  "nested emphasis": "**a *b ",
  "backticks": "`",
  "backticks of many lengths": "` `` ``` ```` ",
  "quotes in quotes": ">",
  "lists in lists": "- ",
  "numbered lists": "1. a\n",
  "boxes": "- [ ] a\n",
  "fences that don't close": "~~~\n",
  "table cells": "|a",
  "tables": "|a|\n|-|\n",
  "HTML comments that don't close": "<!--",
  "HTML comments": "<!-- a -->",
  "angles": "<",
  "tags": "<a b='",
  "entities": "&amp;",
  "ampersands": "&#",
  "backslashes": "\\",
  "addresses": "www.a.example ",
  "beginnings of addresses": "://a.b//",
  "mail addresses": "mail a@b.co ",
  "at signs": "@",
  "mentions": "@chidi ",
  "mentions of nobody": "@nobody.",
  "mentions in emphasis": "*@ada*",
  "headings": "# a\n",
  "underlined headings": "a\n-\n",
  "lines": "\n",
  "spaces": "a  \n",
  "tabs": "\t",
  "emoji": "\u{1f469}\u200d\u{1f4bb}",
  "combining marks": "\u0301",
  "turned text": "\u202e",
};

const at = Deno.args.indexOf("--only");
const only = at < 0 ? "" : Deno.args[at + 1] ?? "";
await using world = await createWorld();
const cast = await assemble(world);
const { id: taskId } = await cast.task(cast.ada, {});
let late = 0;
for (const [kind, piece] of Object.entries(kinds).filter(([name]) => name.includes(only))) {
  const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH).toWellFormed();
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const asked = { taskId, texts: [text] };
    const read = await perform(world.services, cast.ada.member, readTaskTexts, asked);
    writeMarkdown(text, read);
    best = Math.min(best, performance.now() - start);
  }
  const isLate = !(best <= GOAL_MS);
  if (isLate) late++;
  console.log(`${isLate ? "!" : " "} ${kind.padEnd(34)} ${best.toFixed(1).padStart(8)} ms`);
}
console.log(
  `${LENGTH.toLocaleString("en")} characters each, best of ${ROUNDS}; the goal is ${GOAL_MS} ms.`,
);
Deno.exitCode = late > 0 ? 1 : 0;
