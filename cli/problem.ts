/** RFC 9457 problem details as the API sends them. */
export interface Problem {
  title?: string;
  detail?: string;
  hint?: string;
  retryAfter?: number;
  errors?: { path: (string | number)[] | string; message: string }[];
}

/**
 * What went wrong and what to do next, in one line. `backlog.sh` says it in the same words.
 * @param typed how a field is typed, where it is: `teamId` as `--team-id`
 */
export function sentenceOf(problem: Problem, typed: ReadonlyMap<string, string> = new Map()) {
  const wrong = problem.errors?.length
    ? problem.errors.map((error) => fieldSentence(error, typed)).join(" ")
    : problem.detail ?? problem.title ?? "The server refused.";
  const next = problem.hint ??
    (problem.retryAfter ? `Try again in ${problem.retryAfter} seconds.` : "");
  return `${wrong} ${next}`.trim();
}

function fieldSentence(
  { path, message }: NonNullable<Problem["errors"]>[number],
  typed: ReadonlyMap<string, string>,
): string {
  const words = Array.isArray(path) ? path : [path];
  const named = words.find((word) => typed.has(String(word)));
  const field = named === undefined ? words.join(".") : typed.get(String(named));
  return field === "" ? message : `${field}: ${message}`;
}
