import { type Context, Hono } from "hono";
import type { Member } from "../domain/actor.ts";
import { Invalid } from "../domain/errors.ts";
import { type Actor, perform } from "../domain/operation.ts";
import { anonymous, bearerMember, bearerPrincipal, bearerToken, doorOf } from "../http/actor.ts";
import { readJson, readOptionalJson } from "../http/body.ts";
import type { Env } from "../http/env.ts";
import { etagOf, guardedVersion, hasCurrent } from "../http/etag.ts";
import type { Endpoint } from "./endpoint.ts";

/** Makes a Hono app of endpoints. Every one of them goes the same way: who asks, what comes in, run, answer. */
export function mount(endpoints: readonly Endpoint[]): Hono<Env> {
  const app = new Hono<Env>();
  for (const endpoint of endpoints) {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    const path = endpoint.path.replace(/\{(\w+)\}/g, ":$1");
    const params = names.filter((name) => name !== "workspaceId");
    app.on(endpoint.method, path, (c) => handle(c, endpoint, params));
  }
  return app;
}

async function handle(c: Context<Env>, endpoint: Endpoint, params: string[]): Promise<Response> {
  if (endpoint.signIn) c.get("deps").limits.count(c.get("address"), c.get("deps").clock());
  const actor = await actorFor(c, endpoint);
  const fromPath = Object.fromEntries(params.map((name) => [name, c.req.param(name)]));
  if (endpoint.versionOnly && c.req.header("if-none-match") !== undefined) {
    const version = await perform(c.get("deps"), actor, endpoint.versionOnly, fromPath);
    const etag = etagOf(actor as Member, version);
    if (hasCurrent(c, etag)) return c.body(null, 304, { etag });
  }
  const input = await readInput(c, endpoint, fromPath);
  const output = await nameFields(
    endpoint,
    perform(c.get("deps"), actor, endpoint.operation, input),
  );
  return answer(c, endpoint, actor, output);
}

async function actorFor(c: Context<Env>, { operation }: Endpoint): Promise<Actor> {
  switch (operation.audience) {
    case "anyone":
      return anonymous(c, doorOf(c));
    case "principal":
      return await bearerPrincipal(c);
    case "member":
      return await bearerMember(c);
  }
}

/** What the operation takes: the path's names, and the query or the body. */
async function readInput(
  c: Context<Env>,
  { method, bodyAs, bodyOptional, bearerAs, guarded }: Endpoint,
  fromPath: Record<string, string | undefined>,
): Promise<unknown> {
  const query = c.req.query();
  if (method === "GET") return { ...query, ...fromPath };
  const bodyless = method === "DELETE" || method === "PUT";
  const body = bodyless || bodyOptional ? await readOptionalJson(c) : await readJson(c);
  const outside = {
    ...fromPath,
    ...(guarded ? { version: guardedVersion(c) } : {}),
    ...(bearerAs ? { [bearerAs]: bearerToken(c) } : {}),
  };
  refuseForeign(query, bodyAs ? {} : body, outside);
  return { ...(bodyAs ? { [bodyAs]: body } : body), ...outside };
}

/** A write takes nothing from the query, and its body can't say what the path or a header says. */
function refuseForeign(
  query: Record<string, unknown>,
  body: Record<string, unknown>,
  outside: Record<string, unknown>,
): void {
  const foreign = [...Object.keys(query), ...Object.keys(body).filter((name) => name in outside)];
  if (foreign.length === 0) return;
  throw new Invalid(
    foreign.map((name) => ({ path: [name], message: `There is no field ${name}.` })),
  );
}

function answer(c: Context<Env>, endpoint: Endpoint, actor: Actor, output: unknown): Response {
  const headers: Record<string, string> = {};
  if (endpoint.version) headers.etag = etagOf(actor as Member, endpoint.version(output));
  if (endpoint.location) headers.location = `${c.req.path}/${endpoint.location(output)}`;
  if (endpoint.status === 204) return c.body(null, 204, headers);
  const told = endpoint.answer(output);
  headers["content-type"] = "application/json";
  return c.body(typeof told === "string" ? told : JSON.stringify(told), endpoint.status, headers);
}

/** Where a body went into the input under a name, a wrong field's path starts inside it. */
async function nameFields<T>({ bodyAs }: Endpoint, outcome: Promise<T>): Promise<T> {
  try {
    return await outcome;
  } catch (error) {
    if (!(error instanceof Invalid) || bodyAs === undefined) throw error;
    for (const { path } of error.errors) if (path[0] === bodyAs) path.shift();
    throw error;
  }
}
