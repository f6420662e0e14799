import { Failure } from "../failure.ts";

/** What an operator can mend; their messages say how. Known by name, so that a command loads no server to fail. */
const mendable = new Set(["ConfigError", "DatabaseError", "ServeError"]);

function isOfDatabase(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith("SQLITE_");
}

async function inWordsOf(error: unknown): Promise<unknown> {
  return (await import("../../server/database/trouble.ts")).forOperator(error);
}

/**
 * Runs an operator's command.
 * @throws Failure with exit code 1 for what the operator can mend; anything else is a fault of ours and keeps its trace
 */
export async function operate(work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    const told = isOfDatabase(error) ? await inWordsOf(error) : error;
    if (told instanceof Error && mendable.has(told.name)) throw new Failure(told.message);
    throw told;
  }
}
