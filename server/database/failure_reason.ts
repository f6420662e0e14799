import { DatabaseError, isBusy } from "./engine.ts";

const troubles: [code: RegExp, reason: string, next: string][] = [
  [/^SQLITE_FULL/, "the disk is full", "Free up disk space, and try again."],
  [
    /^SQLITE_READONLY/,
    "the database is read-only",
    "Change the owner of the file and its folder to this user, and use a writable disk.",
  ],
  [
    /^SQLITE_CANTOPEN/,
    "a database file can't be opened",
    "Change the owner of the file and its folder to this user, and use a writable disk.",
  ],
  [
    /^SQLITE_IOERR/,
    "the disk can't be read or written to",
    "Check whether the disk is full or failing.",
  ],
];

/** Returns why a write failed, in a few words without a path, if the cause is the disk or permissions. https://sqlite.org/rescode.html */
export function reasonOf(error: unknown): string | undefined {
  return troubleOf(error)?.[1];
}

/**
 * Converts an error for the operator.
 * @returns an error that says what to do, if the cause is a lock, the disk, or permissions; otherwise, the same error
 */
export function forOperator(error: unknown): unknown {
  if (isBusy(error)) {
    return new DatabaseError(
      "Another process has locked the database. Wait for that process, or stop it, and try again.",
      { cause: error },
    );
  }
  const trouble = troubleOf(error);
  if (!trouble) return error;
  const [, reason, next] = trouble;
  return new DatabaseError(`The database isn't writable: ${reason}. ${next}`, { cause: error });
}

/** Returns whether the cause is a full or failing disk. https://sqlite.org/rescode.html */
export function isOfDisk(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR)/.test(String((error as { code?: unknown } | null)?.code));
}

function troubleOf(error: unknown) {
  const code = String((error as { code?: unknown } | null)?.code);
  return troubles.find(([pattern]) => pattern.test(code));
}
