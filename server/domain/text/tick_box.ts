import { z } from "zod";
import { Conflict } from "../core/errors.ts";
import { text } from "../core/fields.ts";
import { CHECKLIST_BOX, type ChecklistBox, wordsOf } from "./checklist.ts";
import { readMarkdown } from "./markdown.ts";

/** What names a box of a text, and says whether it is to be ticked. */
export const boxFields = {
  words: text(100_000).describe("Text of the checkbox."),
  done: z.boolean().describe("Whether the checkbox is checked."),
  at: z.int("Use a whole number from 0.").min(0, "Use a whole number from 0.").default(0).describe(
    "Position among all checkboxes in the text, starting at 0. Picks the nearest checkbox if several " +
      "have the same text.",
  ),
};

/** A box as somebody saw it: its place among the text's boxes, from 0, and what stood beside it. */
export interface SeenBox {
  at: number;
  words: string;
}

/**
 * A text with one of its boxes ticked or not. Where the text was changed since the box was seen, it is the one with the
 * same words, of several the nearest.
 * @returns null where no box has those words any more
 */
export function tickBox(text: string, seen: SeenBox, done: boolean): string | null {
  const words = wordsOf(seen.words);
  const [box] = boxesIn(text).map((box, at) => ({ ...box, far: Math.abs(at - seen.at) }))
    .filter((box) => box.words === words).toSorted((a, b) => a.far - b.far);
  if (!box) return null;
  // With the ends of its lines, which stay as they are: what stands before the box has no brackets
  const lines = text.split(/(\r\n|\r|\n)/);
  lines[box.line * 2] = lines[box.line * 2]!.replace(/\[[ xX]\]/, done ? "[x]" : "[ ]");
  return lines.join("");
}

/** The same. @throws Conflict where no box has those words any more */
export function ticked(text: string, seen: SeenBox, done: boolean): string {
  const result = tickBox(text, seen, done);
  if (result !== null) return result;
  throw new Conflict("No checkbox matches this text.", {
    code: "no_such_checkbox",
    hint: "Read the list again, and send the checkbox's full text.",
  });
}

function boxesIn(text: string): ChecklistBox[] {
  return readMarkdown(text).tokens.flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === CHECKLIST_BOX).map(({ meta }) =>
      meta as unknown as ChecklistBox
    );
}
