import assert from "node:assert/strict";
import type { Visited } from "./house_server.ts";

/** Somebody who talks to a real server over REST, in a workspace of their own. */
export interface RemotePerson {
  token: string;
  workspaceId: string;
  teamId: string;
}

/** Asks a server's REST door; a network error is thrown as `fetch` throws it. */
export async function ask(
  url: string,
  request: string,
  { token, body }: { token?: string; body?: unknown } = {},
) {
  const [method, path] = request.split(" ") as [string, string];
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Signs up with the code from the server's log, and makes a workspace with a team. */
export async function signUpRemotely(server: Visited, email: string): Promise<RemotePerson> {
  const purpose = "signup";
  await ask(server.url, "POST /auth/request-otp", { body: { email, purpose } });
  const code = await server.codeFor(email);
  const signedIn = await ask(server.url, "POST /auth/verify-otp", {
    body: { email, code, purpose },
  });
  const token = signedIn.body.accessToken as string;
  const made = await ask(server.url, "POST /workspaces", { token, body: { name: "Acme" } });
  assert.equal(made.status, 201);
  return { token, workspaceId: made.body.workspace.id, teamId: made.body.team.id };
}
