import { flagName } from "./command.ts";
import { badValue, usageFailure } from "./failure.ts";

/**
 * What `--suspend` and `--unsuspend` say together.
 * @throws Failure with exit code 2 when both are given
 */
export function suspension(
  { suspend, unsuspend }: { suspend: boolean | undefined; unsuspend: boolean | undefined },
): { suspended?: boolean } {
  if (suspend && unsuspend) throw badValue("Either suspend it or unsuspend it, not both.");
  return suspend || unsuspend ? { suspended: suspend === true } : {};
}

/** Two options that contradict each other, by the names of what they give and take away. */
export function givenAndCleared(given: string, cleared: string) {
  return badValue(`Give ${flagName(given)} or ${flagName(cleared)}, not both.`);
}

/**
 * A patch without the fields that weren't given.
 * @throws Failure with exit code 2 when none was
 */
export function requireChange(path: string, fields: Record<string, unknown>) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (given.length === 0) throw usageFailure(path, "Nothing to change was given.");
  return Object.fromEntries(given);
}
