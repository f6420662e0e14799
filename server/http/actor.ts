import type { Context } from "hono";
import type { Anonymous, Interface, Member, Principal } from "../domain/core/actor.ts";
import { Unauthenticated } from "../domain/core/errors.ts";
import { authenticateBearer } from "../domain/authentication/bearer.ts";
import { authenticate, type Authenticated } from "../domain/sessions/authenticate.ts";
import { readWhyOut } from "../domain/visibility/why_out.ts";
import { hashToken } from "../domain/core/secrets.ts";
import { noSuchWorkspace } from "../domain/core/missing_workspace.ts";
import { networkOf } from "./client.ts";
import type { Env } from "./env.ts";
import { asksByItself } from "./htmx.ts";
import { readSessionCookie } from "./session_cookie.ts";

/** Returns a client that hasn't identified itself. */
export function anonymous(c: Context<Env>, source: Interface): Anonymous {
  const address = c.get("address");
  const network = networkOf(address);
  return { kind: "anonymous", interface: source, address, network, client: network };
}

/** Returns a browser without a session. @param secret the browser's secret, if it has requested a code */
export function anonymousInBrowser(c: Context<Env>, secret: string | undefined): Anonymous {
  const someone = anonymous(c, "web");
  return secret === undefined ? someone : { ...someone, client: hashToken(secret) };
}

/** The two command lines identify themselves. Every other client with a token is the API. */
export function getInterface(c: Context<Env>): Interface {
  return /^backlog(-cli|\.sh)\//.test(c.req.header("user-agent") ?? "") ? "cli" : "api";
}

/** @throws Unauthenticated without a valid bearer token; Forbidden for a suspended automation or agent */
export async function bearerPrincipal(c: Context<Env>): Promise<Principal> {
  return (await readBearer(c, null)).principal;
}

/**
 * Returns the bearer as a member of the path's workspace, unless another one is given.
 * @throws Unauthenticated without a valid token; Forbidden for a suspended automation or agent; NotFound if the
 * workspace isn't visible to them
 */
export async function bearerMember(
  c: Context<Env>,
  workspaceId: string = c.req.param("workspaceId")!,
): Promise<Member> {
  const { principal, member, cachedReads } = await readBearer(c, workspaceId);
  if (!member) throw await whyNoMember(c, principal, workspaceId);
  c.set("cachedReads", cachedReads);
  c.set("actorId", member.profile.id);
  return member;
}

async function whyNoMember(c: Context<Env>, { userId }: Principal, workspaceId: string) {
  const { database, clock } = c.get("deps");
  const context = { actor: undefined, db: database.read, now: clock(), services: c.get("deps") };
  const out = await readWhyOut(context, userId, workspaceId);
  return out?.error ?? noSuchWorkspace(workspaceId, getInterface(c));
}

/** Returns the raw bearer token of the request, if any. */
export function bearerToken(c: Context<Env>): string | undefined {
  const header = c.req.header("authorization");
  return header ? /^Bearer +(\S+)$/i.exec(header)?.[1] : undefined;
}

async function readBearer(c: Context<Env>, workspaceId: string | null): Promise<Authenticated> {
  const token = bearerToken(c);
  if (!token) {
    throw new Unauthenticated("Send a bearer token in the Authorization header.", {
      code: "token_missing",
    });
  }
  const address = c.get("address");
  const bearer = { token, agentId: c.req.header("x-backlog-agent"), address };
  const found = await authenticateBearer(c.get("deps"), bearer, getInterface(c), workspaceId);
  c.set("actorId", found.principal.userId);
  await countRequest(c, found.principal);
  return fromAddress(c, found);
}

/**
 * Counts a request with a credential once, even if the credential is read again. A read then waits for its turn.
 * @throws TooMany beyond the limit; for a read, also with too many unread responses
 */
async function countRequest(c: Context<Env>, principal: Principal): Promise<void> {
  if (c.get("principal")) return;
  c.set("principal", principal);
  const { limits, clock } = c.get("deps");
  const [who, now] = [principal.credential.id, clock()];
  try {
    limits.api.count(who, now);
  } finally {
    c.set("allowance", limits.api.allowance(who, now));
  }
  const { turns, unread } = c.get("deps");
  if (!["GET", "HEAD"].includes(c.req.method)) return;
  const turn = turns.take(principal.userId);
  c.set("turn", turn instanceof Promise ? await turn : turn);
  unread.requireRoom(principal.userId);
}

/**
 * Returns the owner of the browser's session, or null if nobody is signed in. Requests that a page sends by itself
 * don't count as use.
 * @throws TooMany beyond the limit
 */
export async function browserSession(c: Context<Env>): Promise<Authenticated | null> {
  const value = readSessionCookie(c);
  if (!value) return null;
  try {
    const unnoticed = asksByItself(c);
    const token = { value, kind: "cookie", address: c.get("address"), unnoticed } as const;
    const found = await authenticate(c.get("deps"), token, "web", null);
    c.set("actorId", found.member?.profile.id ?? found.principal.userId);
    await countRequest(c, found.principal);
    return fromAddress(c, found);
  } catch (error) {
    if (error instanceof Unauthenticated) return null;
    throw error;
  }
}

/** Adds the client's address, which the audit log stores. */
function fromAddress(c: Context<Env>, found: Authenticated): Authenticated {
  const address = c.get("address");
  found.principal.address = address;
  if (found.member) found.member.address = address;
  return found;
}
