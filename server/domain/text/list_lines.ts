import type { Token } from "markdown-it";
import { CHECKLIST_BOX, type ChecklistBox } from "./checklist.ts";
import { readMarkdown } from "./markdown.ts";
import { TASK_REFERENCE } from "./task_references.ts";

/** A line of a text with which an item of a list begins. */
export interface ListLine {
  /** Its number in the text, from 1. */
  line: number;
  /** What it says, without marks. */
  words: string;
  /** Whether it has a checked checkbox. */
  done: boolean;
  /** Whether it begins with the reference of a task. */
  named: boolean;
}

/** The marks of an item and of all that it stands in, which may begin on the same line: `- > 1. `; and its box. */
const MARKS = /^((?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))*\s+)(?:\[[ xX]\]\s+)?/;

/** The lines of a Markdown text with which items of its lists begin, in their order; none of what stands in code. */
export function listLinesIn(text: string): ListLine[] {
  const { tokens } = readMarkdown(text);
  return tokens.flatMap(({ type, map }, at): ListLine[] => {
    const inline = tokens[at + 2];
    if (type !== "list_item_open" || inline?.type !== "inline" || !map) return [];
    const children = inline.children ?? [];
    const box = children.find((one) => one.type === CHECKLIST_BOX);
    const said = firstLineOf(children);
    return [{
      line: map[0] + 1,
      words: said.map(({ content }) => content).join("").trim(),
      done: box ? (box.meta as unknown as ChecklistBox).done : false,
      named: said[0]?.type === TASK_REFERENCE,
    }];
  });
}

function firstLineOf(children: Token[]): Token[] {
  const said = children.filter(({ type }) => type !== CHECKLIST_BOX);
  const end = said.findIndex(({ type }) => type === "softbreak" || type === "hardbreak");
  return (end === -1 ? said : said.slice(0, end)).filter(({ content }) => content !== "");
}

/**
 * A text in which items of lists begin with tasks' references in the place of their boxes.
 * @param references by the numbers of their lines
 */
export function nameTasks(text: string, references: ReadonlyMap<number, string>): string {
  // With the ends of its lines, which stay as they are
  return text.split(/(\r\n|\r|\n)/).map((line, at) => {
    const reference = at % 2 === 0 ? references.get(at / 2 + 1) : undefined;
    return reference ? line.replace(MARKS, (_marks, begin) => `${begin}${reference} `) : line;
  }).join("");
}
