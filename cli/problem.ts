/** RFC 9457 problem details as the API sends them. */
export interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  hint?: string;
  retryAfter?: number;
  errors?: { path: (string | number)[] | string; message: string }[];
}

/**
 * What went wrong and what to do next, in one line. `backlog.sh` says it in the same words.
 * @param typed how a field is typed, where it is: `teamId` as `--team-id`
 * @param sent the body that was asked with
 */
export function sentenceOf(
  problem: Problem,
  typed: (field: string) => string | undefined = () => undefined,
  sent: Sent = {},
) {
  const wrong = problem.errors?.length
    ? problem.errors.map((error) => fieldSentence(error, typed, sent)).join(" ")
    : problem.detail ?? problem.title ?? "The server refused.";
  const next = problem.hint ??
    (problem.retryAfter ? `Try again in ${problem.retryAfter} seconds.` : "");
  return `${wrong} ${next}`.trim();
}

/** What a relation is of is told by its kind, which an option is called by. */
interface Sent {
  relations?: { kind: string }[];
}

function fieldSentence(
  { path, message }: NonNullable<Problem["errors"]>[number],
  typed: (field: string) => string | undefined,
  { relations }: Sent,
): string {
  const words = (Array.isArray(path) ? path : [path]).map(String);
  const kind = words[0] === "relations" ? relations?.[Number(words[1])]?.kind : undefined;
  const named = [...(kind === undefined ? [] : [kind]), ...words].map(typed).find(Boolean);
  const field = named ?? words.join(".");
  return field === "" ? message : `${field}: ${message}`;
}
