import { badValue } from "./failure.ts";

/**
 * A whole number from 0, as an option gives it.
 * @param option what it is called: `--position`
 * @throws Failure with exit code 2 for anything else
 */
export function wholeNumber(option: string, given: string): number {
  if (/^(0|[1-9][0-9]{0,8})$/.test(given)) return Number(given);
  throw badValue(`${option} takes a whole number from 0; give one.`);
}
