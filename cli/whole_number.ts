import { badValue } from "./failure.ts";

/**
 * Parses a whole number, 0 or greater.
 * @param option the option's name: `--position`
 * @throws Failure with exit code 2 for anything else
 */
export function wholeNumber(option: string, given: string): number {
  if (/^(0|[1-9][0-9]{0,8})$/.test(given)) return Number(given);
  throw badValue(`${option} must be a whole number, 0 or greater.`);
}
