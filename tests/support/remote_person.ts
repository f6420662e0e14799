import assert from "node:assert/strict";
import type { Visited } from "./house_server.ts";

/** A person with their own workspace who uses a real server over REST. */
export interface RemotePerson {
  token: string;
  workspaceId: string;
  teamId: string;
}

/** Sends a request to a server's REST interface. Network errors are thrown as by `fetch`. */
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

/** Signs up with the code from the server's log, and creates a workspace with a team. */
export async function signUpRemotely(server: Visited, email: string): Promise<RemotePerson> {
  const token = await enterRemotely(server, email);
  const made = await ask(server.url, "POST /workspaces", { token, body: { name: "Acme" } });
  assert.equal(made.status, 201);
  return { token, workspaceId: made.body.workspace.id, teamId: made.body.team.id };
}

/** Signs up with the code from the server's log, and joins another person's workspace. */
export async function joinRemotely(
  server: Visited,
  { token, workspaceId, teamId }: RemotePerson,
  { email, name }: { email: string; name: string },
): Promise<RemotePerson> {
  const body = { email, teams: [{ teamId }] };
  const request = `POST /workspaces/${workspaceId}/invitations`;
  const sent = await ask(server.url, request, { token, body });
  assert.equal(sent.status, 201);
  const own = await enterRemotely(server, email);
  const accept = `POST /invitations/${sent.body.invitation.id}/accept`;
  assert.equal((await ask(server.url, accept, { token: own })).status, 200);
  await ask(server.url, "PATCH /me", { token: own, body: { name } });
  return { token: own, workspaceId, teamId };
}

/** Signs in or up with a code. @returns an access token that is valid for an hour */
export async function enterRemotely(server: Visited, email: string): Promise<string> {
  const purpose = "signup";
  await ask(server.url, "POST /auth/request-otp", { body: { email, purpose } });
  const code = await server.codeFor(email);
  const signedIn = await ask(server.url, "POST /auth/verify-otp", {
    body: { email, code, purpose },
  });
  return signedIn.body.accessToken as string;
}
