import { DatabaseError, isBusy } from "./engine.ts";

const troubles: [code: RegExp, reason: string, next: string][] = [
  [/^SQLITE_FULL/, "the disk is full", "make room on it, and try again."],
  [
    /^SQLITE_READONLY/,
    "the database is read-only",
    "give its file and folder to this user, on a disk that can be written.",
  ],
  [
    /^SQLITE_CANTOPEN/,
    "a file of the database can't be opened",
    "give its file and folder to this user, on a disk that can be written.",
  ],
  [
    /^SQLITE_IOERR/,
    "the disk refuses to be written or read",
    "see whether it is full or failing.",
  ],
];

/** Why a write failed, in a few words without a path, where what is around the database is why. https://sqlite.org/rescode.html */
export function reasonOf(error: unknown): string | undefined {
  return troubleOf(error)?.[1];
}

/**
 * What an operator is told of an error.
 * @returns one sentence that says what to do, where what is around the database is why; else the error as it is
 */
export function forOperator(error: unknown): unknown {
  if (isBusy(error)) {
    return new DatabaseError(
      "Another process keeps the database locked; try again once it is done, or stop it.",
      { cause: error },
    );
  }
  const trouble = troubleOf(error);
  if (!trouble) return error;
  const [, reason, next] = trouble;
  return new DatabaseError(`Nothing can be written: ${reason}; ${next}`, { cause: error });
}

/** Whether the disk is why, and no permission: it is full or failing. https://sqlite.org/rescode.html */
export function isOfDisk(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR)/.test(String((error as { code?: unknown } | null)?.code));
}

function troubleOf(error: unknown) {
  const code = String((error as { code?: unknown } | null)?.code);
  return troubles.find(([pattern]) => pattern.test(code));
}
