import { type Command, typedFields } from "./command.ts";
import { exitCodes, Failure, Refused } from "./failure.ts";
import { writeError } from "./output.ts";
import { sentenceOf } from "./problem.ts";

/**
 * Runs a command. In messages of the server, replaces field names by flags and arguments.
 * @throws errors of the command
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
 * Prints a failure to standard error.
 * @returns the exit code
 * @throws other errors
 */
export function report(error: unknown): number {
  // The reader of a pipe has closed it
  if (error instanceof Deno.errors.BrokenPipe) return exitCodes.done;
  if (!(error instanceof Failure)) throw error;
  writeError(error.message);
  return error.exitCode;
}
