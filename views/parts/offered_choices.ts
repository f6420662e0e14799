import type { Choice, MenuProps } from "../ui/menu.tsx";
import { fits } from "../ui/typed.ts";

/** How a menu's choices are found. */
interface Finding {
  /** Whether there are others than those that were read. */
  more?: boolean;
  /** What is said where nothing is found. */
  none?: string;
  /** What is typed. */
  q: string;
  /** Where they are found. */
  path: string;
}

/**
 * What a property's menu shows of its choices: those that were found for what is typed, where there are others; a digit
 * chooses where they are always the same few.
 */
export function offeredChoices(
  { numbered, finds }: { numbered?: true; finds?: true },
  all: Choice[],
  { more, none, q, path }: Finding,
): Pick<MenuProps, "finds" | "groups"> {
  const finding = finds ?? more;
  const choices = finding ? found(all, q) : all;
  return {
    finds: finding ? { path, q, none } : undefined,
    groups: [{ choices: numbered ? withDigits(choices) : choices }],
  };
}

/**
 * Choices that the server found for what is typed. Who looks for something means none only where that is what is typed,
 * and never first.
 */
function found(choices: Choice[], q: string): Choice[] {
  if (!q) return choices;
  const isNone = ({ send, makes }: Choice) => send?.value === "" && !makes;
  const none = choices.filter((choice) => isNone(choice) && fits(q, choice.name));
  return [...choices.filter((choice) => !isNone(choice)), ...none];
}

/** Choices that a digit chooses, from 1 on. */
export function withDigits(choices: readonly Choice[]): Choice[] {
  return choices.map((choice, n) => ({ ...choice, shortcut: String(n + 1) }));
}
