import { badValue, exitCodes, Failure, Refused, Unreached } from "./failure.ts";
import { version } from "./version.ts";

/** A request to the API. The path is below `/api/v1`. */
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
 * @param signal cancels the request (default: after 30 seconds)
 * @throws Failure if the server can't be reached, or a part of the path is empty, `.`, or `..`
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

/** Rejects typed names that would change the path, such as `..` or an empty name. */
function requireNames(path: string) {
  const part = /\/(\.{0,2})\//.exec(`${path.split("?")[0]}/`)?.[1];
  if (part !== undefined) throw badValue(`Enter an ID or a name instead of "${part}".`);
}

/** Creates the failure of a server that can't be reached, or that didn't answer in time. */
export function unreached(baseUrl: string, error?: unknown): Unreached {
  const slow = error instanceof DOMException && error.name === "TimeoutError";
  return new Unreached(
    slow
      ? `${baseUrl} didn't respond within ${patience / 1000} seconds. Try again later.`
      : `${baseUrl} can't be reached. Check that the server is running, or choose another server with --base-url.`,
  );
}

/**
 * Returns the JSON of a response, or `null` without content.
 * @param sent the body of the request
 * @throws Failure with the server's message, and exit code 4 for a 401 or 2 for a 422
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

/** The server answers 422 to every invalid value, including names of missing records. */
function exitCodeOf(status: number) {
  if (status === 401) return exitCodes.notSignedIn;
  return status === 422 ? exitCodes.usedWrongly : exitCodes.failed;
}

/** Describes a response that isn't Backlog's. Redirects aren't followed, because the token would go along. */
function notBacklog(baseUrl: string, { status, headers }: Response): Failure {
  const location = headers.get("location");
  const target = status >= 300 && status < 400 && location && URL.canParse(location, baseUrl)
    ? new URL(location, baseUrl).origin
    : "null";
  return new Failure(
    /^https?:/.test(target) && target !== new URL(baseUrl).origin
      ? `${baseUrl} redirects to ${target}. If that is your server, pass its URL with --base-url.`
      : `${baseUrl} returned status ${status}, so it isn't a Backlog server. Check the address.`,
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
