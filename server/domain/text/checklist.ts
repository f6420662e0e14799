import type { StateCore } from "markdown-it";

/** The token of a box with which an item of a list begins; its meta is a `ChecklistBox`. */
export const CHECKLIST_BOX = "checklist_box";

/** A box of a checklist. */
export interface ChecklistBox {
  done: boolean;
  /** What stands beside it, as it was written, on one line; of very much the beginning. */
  words: string;
  /** The line of the text that it stands in, from 0. */
  line: number;
}

/** By how much of its words a box is known: more would stand on the page a second time. */
const MOST_WORDS = 200;

/** Makes boxes of the `[ ]` and `[x]` with which items of a list begin. */
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

/** What stands beside a box, as a form carries it. */
export function wordsOf(text: string): string {
  return text.replace(/\s+/gu, " ").trim().slice(0, MOST_WORDS).toWellFormed();
}
