import { Failure } from "../failure.ts";

/** What an operator can mend; their messages say how. Known by name, so that a command loads no server to fail. */
const mendable = new Set(["ConfigError", "DatabaseError", "ServeError"]);

/**
 * Runs an operator's command.
 * @throws Failure with exit code 1 for what the operator can mend; anything else is a fault of ours and keeps its trace
 */
export async function operate(work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && mendable.has(error.name)) throw new Failure(error.message);
    throw error;
  }
}
