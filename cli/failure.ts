import { type Problem, sentenceOf } from "./problem.ts";

/** What a command ends with. `RULES.md`, Command line. */
export const exitCodes = { done: 0, failed: 1, usedWrongly: 2, notSignedIn: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that can't go on. Its message is what the person reads: what is wrong, and what to do next. */
export class Failure extends Error {
  override name = "Failure";
  constructor(message: string, readonly exitCode: ExitCode = exitCodes.failed) {
    super(message);
  }
}

/** The server that can't be reached, or doesn't answer. */
export class Unreached extends Failure {}

/** What the server refused, in its own words, until the command says them in the words that were typed. */
export class Refused extends Failure {
  constructor(readonly problem: Problem, exitCode: ExitCode, readonly sent?: object) {
    super(sentenceOf(problem), exitCode);
  }
}

/**
 * A command line that can't be understood.
 * @param path the command as it is typed after `backlog`, "tasks list"; empty for `backlog` itself
 */
export function usageFailure(path: string, problem: string): Failure {
  const help = ["backlog", path, "--help"].filter((word) => word !== "").join(" ");
  return new Failure(`${problem} See "${help}".`, exitCodes.usedWrongly);
}

/** A value that an option or argument can't take. */
export function badValue(message: string): Failure {
  return new Failure(message, exitCodes.usedWrongly);
}
