/** RFC 9457 problem details as the API sends them. */
interface Problem {
  title?: string;
  detail?: string;
  hint?: string;
  retryAfter?: number;
  errors?: { path: (string | number)[] | string; message: string }[];
}

/** What went wrong and what to do next, in one line. `backlog.sh` says it in the same words. */
export function sentenceOf(problem: Problem): string {
  const wrong = problem.errors?.length
    ? problem.errors.map(fieldSentence).join(" ")
    : problem.detail ?? problem.title ?? "The server refused.";
  const next = problem.hint ??
    (problem.retryAfter ? `Try again in ${problem.retryAfter} seconds.` : "");
  return `${wrong} ${next}`.trim();
}

function fieldSentence({ path, message }: { path: (string | number)[] | string; message: string }) {
  const field = Array.isArray(path) ? path.join(".") : path;
  return field === "" ? message : `${field}: ${message}`;
}
