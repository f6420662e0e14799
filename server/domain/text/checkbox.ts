import { z } from "zod";
import { Conflict } from "../core/errors.ts";
import { text } from "../core/fields.ts";
import { CHECKLIST_BOX, type ChecklistBox, wordsOf } from "./checklist.ts";
import { readMarkdown } from "./markdown.ts";

/** Fields that identify a checkbox of a text, and whether to check it. */
export const boxFields = {
  words: text(100_000).describe("Text of the checkbox."),
  done: z.boolean().describe("Whether the checkbox is checked."),
  at: z.int("Use a whole number, 0 or greater.").min(0, "Use a whole number, 0 or greater.")
    .default(0).describe(
      "Position among all checkboxes in the text, starting at 0. Picks the nearest checkbox if several " +
        "have the same text.",
    ),
};

/** A checkbox as someone saw it: its position in the text, from 0, and its text. */
export interface SeenBox {
  at: number;
  words: string;
}

/**
 * Returns a text with one checkbox checked or unchecked. If the text has changed since, this is the nearest one with the
 * same text.
 * @returns `null` if no checkbox matches the text
 */
export function trySetCheckbox(text: string, seen: SeenBox, done: boolean): string | null {
  const words = wordsOf(seen.words);
  const [box] = boxesIn(text).map((box, at) => ({ ...box, far: Math.abs(at - seen.at) }))
    .filter((box) => box.words === words).toSorted((a, b) => a.far - b.far);
  if (!box) return null;
  // Keeps the line endings. Nothing before the checkbox contains brackets
  const lines = text.split(/(\r\n|\r|\n)/);
  lines[box.line * 2] = lines[box.line * 2]!.replace(/\[[ xX]\]/, done ? "[x]" : "[ ]");
  return lines.join("");
}

/** Does the same. @throws Conflict if no checkbox matches the text */
export function setCheckbox(text: string, seen: SeenBox, done: boolean): string {
  const result = trySetCheckbox(text, seen, done);
  if (result !== null) return result;
  throw new Conflict("No checkbox matches this text.", {
    code: "no_such_checkbox",
    hint: "Read the checklist again, then send the checkbox's full text.",
  });
}

function boxesIn(text: string): ChecklistBox[] {
  return readMarkdown(text).tokens.flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === CHECKLIST_BOX).map(({ meta }) =>
      meta as unknown as ChecklistBox
    );
}
