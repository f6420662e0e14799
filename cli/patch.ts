import { flagName } from "./command.ts";
import { badValue, usageFailure } from "./failure.ts";

/**
 * Returns the change of `--suspend` or `--unsuspend`.
 * @throws Failure with exit code 2 if both are given
 */
export function suspension(
  { suspend, unsuspend }: { suspend: boolean | undefined; unsuspend: boolean | undefined },
): { suspended?: boolean } {
  if (suspend && unsuspend) throw badValue("Use either --suspend or --unsuspend.");
  return suspend || unsuspend ? { suspended: suspend === true } : {};
}

/** Creates the failure of setting and clearing the same field. */
export function givenAndCleared(given: string, cleared: string) {
  return badValue(`Use either ${flagName(given)} or ${flagName(cleared)}.`);
}

/**
 * Returns the fields that were given.
 * @throws Failure with exit code 2 if there are none
 */
export function requireChange(path: string, fields: Record<string, unknown>) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (given.length === 0) throw usageFailure(path, "Choose at least one change.");
  return Object.fromEntries(given);
}
