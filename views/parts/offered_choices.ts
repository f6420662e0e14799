import type { Choice, MenuProps } from "../ui/menu.tsx";
import { fits } from "../ui/typed.ts";

/** The search of a menu. */
interface Finding {
  /** Whether there are more choices than those read. */
  more?: boolean;
  /** The message for no results. */
  none?: string;
  /** The search text. */
  q: string;
  /** The URL of the search. */
  path: string;
}

/**
 * The choices of a property's menu. A search finds the rest of a long list. Digits choose from a short, fixed list.
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
 * The choices that the server found. The choice that clears the value comes last, and only if the search text matches it.
 */
function found(choices: Choice[], q: string): Choice[] {
  if (!q) return choices;
  const isNone = ({ send, makes }: Choice) => send?.value === "" && !makes;
  const none = choices.filter((choice) => isNone(choice) && fits(q, choice.name));
  return [...choices.filter((choice) => !isNone(choice)), ...none];
}

/** Numbers choices from 1, so that digits choose them. */
export function withDigits(choices: readonly Choice[]): Choice[] {
  return choices.map((choice, n) => ({ ...choice, shortcut: String(n + 1) }));
}
