import { badValue, exitCodes, Failure, Refused, Unreached } from "./failure.ts";
import { version } from "./version.ts";

/** What goes to the API: a path under `/api/v1`, and what it takes. */
export interface Outgoing {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path: string;
  query?: Record<string, string | undefined>;
  body?: Record<string, unknown>;
  headers?: Record<string, string>;
}

const patience = 30_000;

/**
 * Sends one request.
 * @param signal gives it up; by itself after half a minute
 * @throws Failure when the server can't be reached, or a part of the path leads to another one
 */
export async function send(
  baseUrl: string,
  outgoing: Outgoing,
  signal: AbortSignal = AbortSignal.timeout(patience),
): Promise<Response> {
  const { method, path, query = {}, body } = outgoing;
  requireNames(path);
  const url = new URL(`${baseUrl}/api/v1${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  try {
    return await fetch(url, {
      method,
      redirect: "manual",
      signal,
      headers: {
        "accept": "application/json",
        "user-agent": `backlog-cli/${version}`,
        ...(body && { "content-type": "application/json" }),
        ...outgoing.headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw unreached(baseUrl, error);
  }
}

/** What was typed for a name must not lead to another path: `..` would, and nothing at all. */
function requireNames(path: string) {
  const part = /\/(\.{0,2})\//.exec(`${path.split("?")[0]}/`)?.[1];
  if (part !== undefined) throw badValue(`Nothing is called "${part}"; give an id or a name.`);
}

function unreached(baseUrl: string, error: unknown): Unreached {
  const slow = error instanceof DOMException && error.name === "TimeoutError";
  return new Unreached(
    slow
      ? `${baseUrl} didn't answer within ${patience / 1000} seconds. Try again later.`
      : `${baseUrl} can't be reached. Check that the server runs, or choose another one with --base-url.`,
  );
}

/**
 * The JSON of an answer; null where the API answers with none.
 * @param sent the body that was asked with
 * @throws Failure with the problem's own words; exit code 4 for a 401, 2 for a value that can't be used
 */
export async function read<T>(
  baseUrl: string,
  response: Response,
  sent?: Outgoing["body"],
): Promise<T> {
  const text = await response.text().catch((error) => {
    throw unreached(baseUrl, error);
  });
  if (response.status === 204) return null as T;
  const answer = parse(text);
  if (answer === undefined) throw notBacklog(baseUrl, response);
  if (response.ok) return answer as T;
  throw new Refused(answer, exitCodeOf(response.status), sent);
}

/** Whatever a value can't be used for, be it that it names nothing, the server says by a 422. */
function exitCodeOf(status: number) {
  if (status === 401) return exitCodes.notSignedIn;
  return status === 422 ? exitCodes.usedWrongly : exitCodes.failed;
}

/** A redirect isn't followed, since the token would go along; where it leads to another server it is told. */
function notBacklog(baseUrl: string, { status, headers }: Response): Failure {
  const location = headers.get("location");
  const target = status >= 300 && status < 400 && location && URL.canParse(location, baseUrl)
    ? new URL(location, baseUrl).origin
    : "null";
  return new Failure(
    /^https?:/.test(target) && target !== new URL(baseUrl).origin
      ? `${baseUrl} sends one on to ${target}. If that is your server, name it with --base-url.`
      : `${baseUrl} answered with status ${status}, which is not Backlog's way. Check the address.`,
  );
}

function parse(text: string): object | undefined {
  try {
    const answer = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}
