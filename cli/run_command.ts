import { type Command, typedFields } from "./command.ts";
import { exitCodes, Failure, Refused } from "./failure.ts";
import { writeError } from "./output.ts";
import { sentenceOf } from "./problem.ts";

/**
 * Runs a command; what the server refuses of it names what was typed, not the fields of what was sent.
 * @throws Failure where it can't go on
 */
export async function runCommand(command: Command, call: Parameters<Command["run"]>[0]) {
  try {
    await command.run(call);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Failure(sentenceOf(error.problem, typedFields(command), error.sent), error.exitCode);
  }
}

/**
 * Writes to standard error why a line failed.
 * @returns its exit code
 * @throws what is no Failure
 */
export function report(error: unknown): number {
  // Nobody reads on
  if (error instanceof Deno.errors.BrokenPipe) return exitCodes.done;
  if (!(error instanceof Failure)) throw error;
  writeError(error.message);
  return error.exitCode;
}
