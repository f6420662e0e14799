import type { StateCore } from "markdown-it";

/** Makes boxes of the `[ ]` and `[x]` with which items of a list begin. */
export function markTodos({ tokens, Token }: StateCore): void {
  for (const [index, inline] of tokens.entries()) {
    const item = tokens[index - 2];
    const first = inline.children?.[0];
    if (item?.type !== "list_item_open" || first?.type !== "text") continue;
    const [begin, mark] = /^\[([ xX])\] /.exec(first.content) ?? [];
    if (!begin) continue;
    first.content = first.content.slice(begin.length);
    const box = new Token("todo_box", "", 0);
    box.meta = { done: mark !== " " };
    inline.children!.unshift(box);
    item.attrJoin("class", "todo");
  }
}
