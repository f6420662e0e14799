import { exitCodes, Failure } from "./failure.ts";
import { sentenceOf } from "./problem.ts";
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
 * @throws Failure when the server can't be reached
 */
export async function send(baseUrl: string, outgoing: Outgoing): Promise<Response> {
  const { method, path, query = {}, body } = outgoing;
  const url = new URL(`${baseUrl}/api/v1${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  try {
    return await fetch(url, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
      headers: {
        "accept": "application/json",
        "user-agent": `backlog-cli/${version}`,
        ...(body && { "content-type": "application/json" }),
        ...outgoing.headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Failure(
      `${baseUrl} can't be reached. Check that the server runs, or choose another one with --base-url.`,
    );
  }
}

/**
 * The JSON of an answer; null where the API answers with none.
 * @throws Failure with the problem's own words; exit code 4 for a 401
 */
export async function read<T>(baseUrl: string, response: Response): Promise<T> {
  const text = await response.text();
  if (response.status === 204) return null as T;
  const answer = parse(text);
  if (answer === undefined) {
    throw new Failure(
      `${baseUrl} answered with status ${response.status}, which is not Backlog's way. ` +
        "Check the address.",
    );
  }
  if (response.ok) return answer as T;
  throw new Failure(
    sentenceOf(answer),
    response.status === 401 ? exitCodes.notSignedIn : exitCodes.failed,
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
