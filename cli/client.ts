import { exitCodes, Failure } from "./failure.ts";
import { type Outgoing, read, send } from "./http.ts";
import { isRenewable, renew } from "./session.ts";
import { badValue } from "./failure.ts";
import { isWorkspaceId, type Settings } from "./settings.ts";
import { modeOf } from "./token.ts";

/**
 * Asks the API as whoever is signed in. An access token that ran out is renewed once, and the request repeated.
 * @returns the answer's JSON
 * @throws Failure when nobody is signed in, the server can't be reached, or it refuses
 */
export async function ask<T>(settings: Settings, outgoing: Outgoing): Promise<T> {
  return await read(settings.baseUrl.value, await askRaw(settings, outgoing), outgoing.body);
}

/**
 * The same, for what reads the answer itself.
 * @param signal gives it up; by itself after half a minute
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

/** A collection as the API gives it: its records under their plural. */
export type Collection<P extends string, R> = Record<P, R[]> & { nextCursor: string | null };

/**
 * Asks for a whole collection, page after page, and gives it as one.
 * @param plural the name that its records come back under: `agents`
 * @throws Failure as `ask` does
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

/** Asks what needs nobody signed in. */
export async function askAnonymously<T>(settings: Settings, outgoing: Outgoing): Promise<T> {
  const baseUrl = settings.baseUrl.value;
  return await read(baseUrl, await send(baseUrl, outgoing), outgoing.body);
}

/** An automation's requests name the agent that acts; people act as themselves. */
function as(token: string, settings: Settings, outgoing: Outgoing): Outgoing {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  const agent = settings.agentId.value;
  if (agent && modeOf(token) === "automation") headers["x-backlog-agent"] = agent;
  return { ...outgoing, headers: { ...outgoing.headers, ...headers } };
}

/**
 * The token in use.
 * @throws Failure with exit code 4 when there is none
 */
export function tokenOf(settings: Settings): string {
  if (settings.token.value) return settings.token.value;
  const { token, baseUrl } = settings.secrets;
  throw new Failure(
    token && baseUrl
      ? `The stored token is for ${baseUrl}. Sign in to ${settings.baseUrl.value} with ` +
        '"backlog auth wizard", or pass --token.'
      : 'You are not signed in. Sign in with "backlog auth wizard", or pass --token.',
    exitCodes.notSignedIn,
  );
}

/**
 * The workspace to work in: the one chosen, else the one that the server takes to be active, else the only one.
 * @throws Failure when there is none
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
      ? "You are in no workspace yet. Make one in the browser, or have somebody invite you."
      : 'No workspace is chosen. Choose one of "backlog workspaces" with "backlog config set-workspace <workspace>".',
  );
}

/**
 * The id of a workspace of one's own.
 * @param word its id, which is taken as it is, or its name in any case
 * @throws Failure with exit code 2 where none is called so, or several are
 */
export async function workspaceCalled(settings: Settings, word: string): Promise<string> {
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
      ? `There is no workspace ${word} here. Choose one of "backlog workspaces".`
      : `Several workspaces are called ${word}: name one of ${called.join(", ")}.`,
  );
}

/** The id of the workspace that is chosen, if one is. */
export async function chosenWorkspace(settings: Settings): Promise<string | undefined> {
  const { value } = settings.workspaceId;
  return value === null ? undefined : await workspaceCalled(settings, value);
}

/** The API's path of the workspace to work in. */
export async function workspacePath(settings: Settings): Promise<string> {
  return `/workspaces/${encodeURIComponent(await workspaceOf(settings))}`;
}
