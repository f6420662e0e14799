import { prefixes } from "../domain/search/kinds_for.ts";
import { folded, MOST_WORDS, partsOf } from "../domain/text/words.ts";
import type { GlobalCommand } from "./catalogue.ts";
import type { PaletteScope } from "./schema.ts";

/** The quality of a match, best last. A generic word ranks its whole family above everything else. */
export const grades = {
  plain: 0,
  forgiven: 0.25,
  near: 0.5,
  synonym: 1,
  text: 2,
  word: 3,
  start: 4,
  exact: 5,
  generic: 6,
} as const;

/** The typed text, the scope of its prefix, and the rest. */
export interface Typed {
  q: string;
  scope: PaletteScope;
  text: string;
}

/** Splits the prefix from the typed text. */
export function typedOf(q: string | null | undefined): Typed {
  const line = (q ?? "").replace(/\s+/gu, " ").trim();
  const sign = line[0] ?? "";
  const scope = sign === ">" ? "commands" : prefixes[sign] as PaletteScope | undefined;
  return { q: line, scope: scope ?? "all", text: scope ? line.slice(1).trim() : line };
}

/**
 * Returns how well a text matches a name: the whole name, its start, the starts of its words, a synonym, or its words
 * with one wrong letter.
 * @param names the names of the record or command
 * @param words synonyms, separated by spaces
 * @returns null without a match
 */
export function gradeOf(text: string, names: readonly string[], words = ""): number | null {
  const needle = folded(text);
  const called = names.map(folded);
  if (called.includes(needle)) return grades.exact;
  if (called.some((name) => name.startsWith(needle))) return grades.start;
  const asked = partsOf(needle).slice(0, MOST_WORDS);
  if (asked.length === 0) return null;
  const starts = (known: string[]) => asked.every((one) => known.some((w) => w.startsWith(one)));
  const own = partsOf(called.join(" "));
  if (starts(own)) return grades.word;
  if (starts([...own, ...partsOf(folded(words))])) return grades.synonym;
  return asked.every((one) => own.some((w) => w.startsWith(one) || isNear(one, w)))
    ? grades.near
    : null;
}

/** The shortest word in which one wrong letter is accepted. */
const SHORTEST_NEAR = 4;

/** Returns whether a word equals or starts another word, except for one wrong, extra, missing, or swapped letter. */
export function isNear(typed: string, word: string): boolean {
  if (typed.length < SHORTEST_NEAR) return false;
  return [-1, 0, 1].some((more) => isOneOff(typed, word.slice(0, typed.length + more)));
}

/** Returns whether a word equals another one except for one wrong letter. Short words must match exactly. */
export function isMisspelt(typed: string, word: string): boolean {
  return typed !== word && Math.min(typed.length, word.length) >= SHORTEST_NEAR &&
    isOneOff(typed, word);
}

function isOneOff(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (text: string, from: number) => text.slice(at + from);
  if (rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)) {
    return true;
  }
  return a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2);
}

/** A matching command, and the part of the text that becomes a title or name. */
export interface CommandMatch {
  grade: number;
  rest: string;
}

/**
 * Returns how well a text matches a command. `new task Fix login` is the command and a title. If the command takes a
 * title or name, text that matches none of its words becomes one. `craete Fix login` can mean the command or a title.
 * @returns no match if the text neither matches nor becomes a title or name
 */
export function matchesOf(text: string, command: GlobalCommand): CommandMatch[] {
  const direct = directMatch(text, command);
  const meant = command.takes && (!direct || direct.grade === grades.plain)
    ? forgivenMatch(text, command)
    : null;
  if (!meant) return direct ? [direct] : [];
  const asTyped = { grade: Math.min(meant.grade, grades.forgiven), rest: text };
  return command.name === "create.task" ? [meant, asTyped] : [meant];
}

function directMatch(text: string, command: GlobalCommand): CommandMatch | null {
  if (familyOf(text) === command.family) return { grade: grades.generic, rest: "" };
  const asked = text.replace(/^(?:new|add) /i, "create ");
  const rest = command.takes ? restAfter(asked, command.title) : "";
  // `create task view` means the longer command
  if (rest) return { grade: grades.start + command.title.length / 1000, rest };
  const grade = gradeOf(asked, namesOf(command.title), command.words);
  if (grade !== null) return { grade, rest: "" };
  return isPlain(command) ? { grade: grades.plain, rest: text.replace(/^create /i, "") } : null;
}

/** Returns the match of a text whose first word is "create" with one wrong letter. */
function forgivenMatch(text: string, command: GlobalCommand): CommandMatch | null {
  const [, verb = "", rest = ""] = /^(\S+) (.+)$/u.exec(text) ?? [];
  if (!isMisspelt(folded(verb), "create")) return null;
  const named = restAfter(`create ${rest}`, command.title);
  if (named) return { grade: grades.near + command.title.length / 1000, rest: named };
  return isPlain(command) ? { grade: grades.forgiven, rest } : null;
}

/** Returns the family that a generic word matches. */
function familyOf(text: string): GlobalCommand["family"] | null {
  const word = folded(text);
  if (["create", "new", "add"].includes(word)) return "create";
  return word.length >= 3 && "settings".startsWith(word) ? "settings" : null;
}

/** Returns a command's title and the record it creates or opens. */
function namesOf(title: string): string[] {
  const noun = /^(?:Create|Open) (.+)$/.exec(title)?.[1];
  return noun === undefined ? [title] : [title, noun];
}

/** Returns the text after a command's title, such as the task's title in `Create task Fix login`. */
function restAfter(text: string, title: string): string {
  const start = `${folded(title)} `;
  return folded(text).startsWith(start) ? text.slice(start.length).trim() : "";
}

/** Returns whether any text can be the title of a command's task, or the name of its project or team. */
function isPlain({ name }: GlobalCommand): boolean {
  return ["create.task", "create.project", "create.team"].includes(name);
}
