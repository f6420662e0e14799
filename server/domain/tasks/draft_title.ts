import { taskTitle } from "../core/fields.ts";
import { withoutInvisible } from "../core/invisible_characters.ts";
import { readMarkdown } from "../text/markdown.ts";
import { UNTITLED } from "../vocabulary.ts";

/** Maximum length of a title taken from a description. */
const MOST = 120;

/** Returns the title of a draft without one: the beginning of its description, or "Untitled". */
export function draftTitle(description: string | null | undefined): string {
  for (const { type, children } of readMarkdown(description ?? "").tokens) {
    if (type !== "inline" || !children) continue;
    const end = children.findIndex((one) => one.type === "softbreak" || one.type === "hardbreak");
    const line = children.slice(0, end === -1 ? undefined : end);
    const words = withoutInvisible(line.map(({ content }) => content).join(""));
    const title = taskTitle.safeParse(shortened(words));
    if (title.success) return title.data;
  }
  return UNTITLED;
}

/** Returns as many whole words as fit. */
function shortened(words: string): string {
  const all = words.replace(/\s+/gu, " ").trim();
  if (all.length <= MOST) return all;
  const room = all.slice(0, MOST);
  const end = room.lastIndexOf(" ");
  return (end > 0 ? room.slice(0, end) : room).toWellFormed();
}
