import { type Problem, sentenceOf } from "./problem.ts";

/** The exit codes. `RULES.md`, Command line. */
export const exitCodes = { done: 0, failed: 1, usedWrongly: 2, notSignedIn: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An expected failure of a command. The message says what went wrong and what to do. */
export class Failure extends Error {
  override name = "Failure";
  constructor(message: string, readonly exitCode: ExitCode = exitCodes.failed) {
    super(message);
  }
}

/** A server that can't be reached or doesn't answer. */
export class Unreached extends Failure {}

/** A request that the server rejected. `runCommand` replaces field names in the message by flags and arguments. */
export class Refused extends Failure {
  constructor(readonly problem: Problem, exitCode: ExitCode, readonly sent?: object) {
    super(sentenceOf(problem), exitCode);
  }
}

/** A word after `help` that is neither a command nor a topic. */
export class UnknownTopic extends Failure {
  /** @param suggestion empty, or a sentence after a space */
  constructor(readonly topic: string, suggestion = "") {
    super(
      `There is no command or topic "${topic}".${suggestion} ` +
        'List commands with "backlog --help", and topics with "backlog help topics".',
      exitCodes.usedWrongly,
    );
  }
}

/**
 * Creates the failure of an invalid command line.
 * @param path the words of the command after `backlog`, such as "tasks list"; empty for `backlog` itself
 */
export function usageFailure(path: string, problem: string): Failure {
  const help = ["backlog", path, "--help"].filter((word) => word !== "").join(" ");
  return new Failure(`${problem} See "${help}".`, exitCodes.usedWrongly);
}

/** Creates the failure of an invalid value of an option or argument. */
export function badValue(message: string): Failure {
  return new Failure(message, exitCodes.usedWrongly);
}
