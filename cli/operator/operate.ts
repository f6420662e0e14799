import { Failure } from "../failure.ts";

/** Errors with messages for the operator, by name, so that commands needn't load the server to check. */
const mendable = new Set(["ConfigError", "DatabaseError", "ServeError"]);

function isOfDatabase(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith("SQLITE_");
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
    const readable = isOfDatabase(error) ? await inWordsOf(error) : error;
    if (readable instanceof Error && mendable.has(readable.name)) {
      throw new Failure(readable.message);
    }
    throw readable;
  }
}
