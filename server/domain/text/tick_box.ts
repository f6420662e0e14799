import { readMarkdown } from "./markdown.ts";
import { CHECKLIST_BOX, type ChecklistBox, wordsOf } from "./checklist.ts";

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

function boxesIn(text: string): ChecklistBox[] {
  return readMarkdown(text).tokens.flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === CHECKLIST_BOX).map(({ meta }) =>
      meta as unknown as ChecklistBox
    );
}
