import { type DomainError, Invalid, SomeRefused } from "../core/errors.ts";

/** A task that can't be changed as requested. */
export interface RefusedTask {
  /** The index among the requested tasks. */
  place: number;
  taskId: string;
  error: DomainError;
}

/** The number of tasks that a message names for one reason. The errors name all of them. */
export const MOST_NAMED = 5;

/**
 * Returns the error for refused tasks. An invalid field that affects all of them is reported for the field, and other
 * errors for the tasks.
 * @param total the number of requested tasks
 */
export function refusalOf(refused: RefusedTask[], total: number): DomainError {
  const [first, ...rest] = refused.map(({ error }) => error);
  const same = refused.length === total && rest.every((one) => alike(one, first!));
  if (first instanceof Invalid && same) return inPatch(first);
  const oneStatus = rest.every(({ status }) => status === first!.status);
  const oneCode = rest.every(({ code }) => code === first!.code);
  const reasons = Map.groupBy(refused, ({ error }) => error.message);
  const why = [...reasons].map(([message, tasks]) => `${namesOf(tasks)}: ${message}`).join(" ");
  return new SomeRefused(
    oneStatus ? first!.status : 422,
    `No tasks were changed. ${why}`,
    refused.map((one) => ({ path: ["taskIds", one.place], message: naming(one) })),
    {
      code: oneCode ? first!.code : "some_refused",
      hint: oneCode && first!.hint || "Omit these tasks, or fix the problems first.",
    },
  );
}

/** Returns the error for a patch that is invalid for any task, with the paths of its fields. */
function inPatch({ errors, code, hint }: Invalid): Invalid {
  const named = errors.map(({ path, message }) => ({ path: ["patch", ...path], message }));
  return new Invalid(named, { code, ...(hint ? { hint } : {}) });
}

function alike(one: DomainError, other: DomainError): boolean {
  return one instanceof Invalid && one.message === other.message;
}

/** Names a task in a message, because its index means nothing there. */
function naming({ taskId, error: { message } }: RefusedTask): string {
  return message.includes(taskId) ? message : `${taskId}: ${message}`;
}

function namesOf(refused: RefusedTask[]): string {
  return inShort([...new Set(refused.map(({ taskId }) => taskId))]);
}

/** Lists the first names and the number of others: `ENG-1, ENG-2 and 7 more`. */
export function inShort(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
