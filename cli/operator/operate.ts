import { Failure } from "../failure.ts";

/** Errors with messages for the operator, by name, so that commands needn't load the server to check. */
const mendable = new Set(["ConfigError", "DatabaseError", "ServeError"]);

function isOfDatabase(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith("SQLITE_");
}

/** Why a file other than the database can't be written, by the system's message. Deno has no code for all of these. */
const unwritable: readonly (readonly [message: RegExp, reason: string])[] = [
  [/No space left|not enough space/, "The disk is full. Free up disk space, and try again."],
  [/[Qq]uota exceeded/, "The disk quota is used up. Free up disk space, and try again."],
  [/File too large/, "The file would be larger than the system allows. Choose another disk."],
  [/Read-only file system/, "The disk is read-only. Choose another folder, and try again."],
  [/Input\/output error/, "The disk can't be written to. Check whether the disk is failing."],
];

function whyUnwritable(error: unknown): string | undefined {
  const message = error instanceof Error && /\(os error \d+\)/.test(error.message)
    ? error.message
    : "";
  return unwritable.find(([pattern]) => pattern.test(message))?.[1];
}

async function inWordsOf(error: unknown): Promise<unknown> {
  return (await import("../../server/database/failure_reason.ts")).forOperator(error);
}

/**
 * Runs an operator's command.
 * @throws Failure with exit code 1 for errors that the operator can fix; other errors are bugs and keep their trace
 */
export async function operate(work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = whyUnwritable(error);
    if (reason !== undefined) throw new Failure(`The file can't be written. ${reason}`);
    const readable = isOfDatabase(error) ? await inWordsOf(error) : error;
    if (readable instanceof Error && mendable.has(readable.name)) {
      throw new Failure(readable.message);
    }
    throw readable;
  }
}
