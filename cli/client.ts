import { exitCodes, Failure } from "./failure.ts";
import { type Outgoing, read, send } from "./http.ts";
import { isRenewable, renew } from "./session.ts";
import { badValue } from "./failure.ts";
import { isWorkspaceId, type Settings } from "./settings.ts";
import { modeOf } from "./token.ts";

/**
 * Sends an authenticated request. If the access token has expired, renews it once and repeats the request.
 * @returns the response's JSON
 * @throws Failure if nobody is signed in, the server can't be reached, or it rejects the request
 */
export async function ask<T>(settings: Settings, outgoing: Outgoing): Promise<T> {
  return await read(settings.baseUrl.value, await askRaw(settings, outgoing), outgoing.body);
}

/**
 * Does the same as `ask`, but returns the response itself.
 * @param signal cancels the request (default: after 30 seconds)
 */
export async function askRaw(
  settings: Settings,
  outgoing: Outgoing,
  signal?: AbortSignal,
): Promise<Response> {
  const token = tokenOf(settings);
  const baseUrl = settings.baseUrl.value;
  const response = await send(baseUrl, as(token, settings, outgoing), signal);
  if (response.status !== 401 || !isRenewable(settings)) return response;
  await response.body?.cancel();
  const renewed = await renew(settings, token);
  return await send(baseUrl, as(renewed.token, settings, outgoing), signal);
}

/** A page of a collection from the API: its records under their plural name. */
export type Collection<P extends string, R> = Record<P, R[]> & { nextCursor: string | null };

/**
 * Requests all pages of a collection and joins them.
 * @param plural the field with the records: `agents`
 * @throws errors of `ask`
 */
export async function askAll<P extends string, R>(
  settings: Settings,
  path: string,
  plural: P,
  query: Outgoing["query"] = {},
): Promise<Collection<P, R>> {
  const pages: Collection<P, R>[] = [];
  let cursor: string | undefined;
  do {
    const outgoing: Outgoing = { method: "GET", path, query: { ...query, cursor } };
    const page = await ask<Collection<P, R>>(settings, outgoing);
    pages.push(page);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const [first, ...others] = pages as [Collection<P, R>, ...Collection<P, R>[]];
  if (others.length === 0) return first;
  return { ...others.at(-1)!, [plural]: pages.flatMap((page) => page[plural]) };
}

/** Sends a request without a token. */
export async function askAnonymously<T>(settings: Settings, outgoing: Outgoing): Promise<T> {
  const baseUrl = settings.baseUrl.value;
  return await read(baseUrl, await send(baseUrl, outgoing), outgoing.body);
}

/** Adds the token, and for an automation the acting agent, to a request. */
function as(token: string, settings: Settings, outgoing: Outgoing): Outgoing {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  const agent = settings.agentId.value;
  if (agent && modeOf(token) === "automation") headers["x-backlog-agent"] = agent;
  return { ...outgoing, headers: { ...outgoing.headers, ...headers } };
}

/**
 * Returns the token in use.
 * @throws Failure with exit code 4 if there is none
 */
export function tokenOf(settings: Settings): string {
  if (settings.token.value) return settings.token.value;
  const { token, baseUrl } = settings.secrets;
  throw new Failure(
    token && baseUrl
      ? `The stored token is for ${baseUrl}. Sign in to ${settings.baseUrl.value} with ` +
        '"backlog auth wizard", or pass --token.'
      : 'You aren\'t signed in. Sign in with "backlog auth wizard", or pass --token.',
    exitCodes.notSignedIn,
  );
}

/**
 * Returns the workspace in use: the selected one, or the server's active one, or the only one.
 * @throws Failure if there is none
 */
export async function workspaceOf(settings: Settings): Promise<string> {
  const chosen = await chosenWorkspace(settings);
  if (chosen) return chosen;
  const me = await ask<{ workspace: { id: string } | null }>(settings, {
    method: "GET",
    path: "/me",
  });
  if (me.workspace) return me.workspace.id;
  const { workspaces } = await ask<{ workspaces: { id: string }[] }>(settings, {
    method: "GET",
    path: "/workspaces",
  });
  if (workspaces.length === 1 && workspaces[0]) return workspaces[0].id;
  throw new Failure(
    workspaces.length === 0
      ? `You don't have a workspace yet. Create one in the browser or with backlog api POST /workspaces '{"name": "Acme"}', or ask for an invitation.`
      : 'No workspace is selected. List them with "backlog workspaces", then run "backlog config set-workspace <workspace>".',
  );
}

/**
 * Returns the ID of one of the user's workspaces.
 * @param word its ID, which isn't checked, or its name, ignoring case
 * @throws Failure with exit code 2 if no workspace or several have this name
 */
export async function findWorkspaceId(settings: Settings, word: string): Promise<string> {
  if (isWorkspaceId(word)) return word;
  const { workspaces } = await askAll<"workspaces", { id: string; name: string }>(
    settings,
    "/workspaces",
    "workspaces",
  );
  const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const called = workspaces.filter(({ name }) => lower(name) === lower(word)).map(({ id }) => id);
  if (called.length === 1) return called[0]!;
  throw badValue(
    called.length === 0
      ? `You don't have a workspace named ${word}. List yours with "backlog workspaces".`
      : `Several workspaces are named ${word}. Use one of these IDs: ${called.join(", ")}.`,
  );
}

/** Returns the ID of the selected workspace, if there is one. */
export async function chosenWorkspace(settings: Settings): Promise<string | undefined> {
  const { value } = settings.workspaceId;
  return value === null ? undefined : await findWorkspaceId(settings, value);
}

/** Returns the API's path of the workspace in use. */
export async function workspacePath(settings: Settings): Promise<string> {
  return `/workspaces/${encodeURIComponent(await workspaceOf(settings))}`;
}
