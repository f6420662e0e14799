import type { StateCore } from "markdown-it";

/** The token of a checkbox at the start of a list item; its `meta` is a `ChecklistBox`. */
export const CHECKLIST_BOX = "checklist_box";

/** A checkbox of a checklist. */
export interface ChecklistBox {
  done: boolean;
  /** The text beside the checkbox as written, on one line; only the start of a long text. */
  words: string;
  /** The line of the checkbox in the text, from 0. */
  line: number;
}

/** The number of characters that identify a checkbox. A longer text would double the page's size. */
const MOST_WORDS = 200;

/** Replaces `[ ]` and `[x]` at the start of list items with checkboxes. */
export function markChecklists({ tokens, Token }: StateCore): void {
  for (const [index, inline] of tokens.entries()) {
    const item = tokens[index - 2];
    const first = inline.children?.[0];
    if (item?.type !== "list_item_open" || first?.type !== "text") continue;
    const [begin, mark] = /^\[([ xX])\] /.exec(first.content) ?? [];
    if (!begin) continue;
    first.content = first.content.slice(begin.length);
    const box = new Token(CHECKLIST_BOX, "", 0);
    const words = wordsOf(inline.content.slice(begin.length));
    box.meta = { done: mark !== " ", words, line: inline.map![0] };
    inline.children!.unshift(box);
    item.attrJoin("class", "checklist-item");
    item.attrSet("dir", "auto");
  }
}

/** Returns the text beside a checkbox in the form that forms send. */
export function wordsOf(text: string): string {
  return text.replace(/\s+/gu, " ").trim().slice(0, MOST_WORDS).toWellFormed();
}
