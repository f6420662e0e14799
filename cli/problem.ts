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
 * Describes a problem and what to do, in one line. `backlog.sh` prints the same text.
 * @param typed maps a field to its flag or argument: `teamId` to `--team-id`
 * @param sent the body of the request
 */
export function sentenceOf(
  problem: Problem,
  typed: (field: string) => string | undefined = () => undefined,
  sent: Sent = {},
) {
  const wrong = problem.errors?.length
    ? problem.errors.map((error) => fieldSentence(error, typed, sent)).join(" ")
    : problem.detail ?? problem.title ?? "The server rejected the request.";
  const next = problem.hint ??
    (problem.retryAfter ? `Try again in ${problem.retryAfter} seconds.` : "");
  return `${wrong} ${next}`.trim();
}

/** A relation's option is named after its kind. */
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
