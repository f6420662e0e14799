import type { Token } from "markdown-it";
import { CHECKLIST_BOX, type ChecklistBox } from "./checklist.ts";
import { readMarkdown } from "./markdown.ts";
import { TASK_REFERENCE } from "./task_references.ts";

/** A line of a text that starts a list item. */
export interface ListLine {
  /** The line's number in the text, from 1. */
  line: number;
  /** The line's text, without marks. */
  words: string;
  /** Whether the item has a checked checkbox. */
  done: boolean;
  /** Whether the item starts with a task reference. */
  named: boolean;
}

/**
 * The marks of an item and of all blocks around it, which can start on the same line, such as `- > 1. `, and its
 * checkbox.
 */
const MARKS = /^((?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))*\s+)(?:\[[ xX]\]\s+)?/;

/** Returns the lines of a Markdown text that start list items, in order, except those in code. */
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
 * Replaces the checkboxes of list items with task references.
 * @param references by the numbers of their lines
 */
export function nameTasks(text: string, references: ReadonlyMap<number, string>): string {
  // Keeps the line endings
  return text.split(/(\r\n|\r|\n)/).map((line, at) => {
    const reference = at % 2 === 0 ? references.get(at / 2 + 1) : undefined;
    return reference ? line.replace(MARKS, (_marks, begin) => `${begin}${reference} `) : line;
  }).join("");
}
