import { type Context, Hono } from "hono";
import type { z } from "zod";
import type { Member } from "../domain/core/actor.ts";
import { type FieldError, Invalid, Unauthenticated } from "../domain/core/errors.ts";
import { type Actor, perform } from "../domain/core/operation.ts";
import { unknownName } from "../domain/core/validation_messages.ts";
import { Repeated } from "../domain/idempotency/run_once.ts";
import {
  anonymous,
  bearerMember,
  bearerPrincipal,
  bearerToken,
  getInterface,
} from "../http/actor.ts";
import { readJson, readOptionalJson } from "../http/body.ts";
import { countSignIn, networkOf, tryCode } from "../http/client.ts";
import type { Env } from "../http/env.ts";
import { etagOf, guardedVersions, hasCurrent } from "../http/etag.ts";
import { zipped, zips } from "../http/compression.ts";
import { wholeAnswer } from "../http/headers.ts";
import { readQuery } from "../http/query.ts";
import { answerText, type Endpoint } from "./endpoint.ts";
import { etagFor } from "./endpoint_etag.ts";
import { fallback } from "./fallback.ts";
import { idempotencyGuard, readerOf, replay } from "./idempotency.ts";

/**
 * Creates a Hono app from endpoints. Each request authenticates, reads its input, runs the operation, and responds.
 * Other interfaces get no requests under this base.
 */
export function mount(endpoints: readonly Endpoint[], base: string): Hono<Env> {
  const app = new Hono<Env>();
  for (const endpoint of endpoints) {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    const path = endpoint.path.replace(/\{(\w+)\}/g, ":$1");
    const params = names.filter((name) => name !== "workspaceId");
    const reader = readerOf(endpoint, endpoints);
    app.on(endpoint.method, path, (c) => handle(c, endpoint, params, reader));
  }
  app.all("*", fallback(endpoints, base));
  return app;
}

async function handle(
  c: Context<Env>,
  endpoint: Endpoint,
  params: string[],
  reader: Endpoint | undefined,
): Promise<Response> {
  const deps = c.get("deps");
  holdLimit(c, endpoint);
  const actor = await actorFor(c, endpoint);
  if (endpoint.versionOnly && c.req.header("if-none-match") !== undefined) {
    const version = await versionNow(c, endpoint.versionOnly, actor as Member, params);
    const etag = etagOf(actor as Member, version);
    if (hasCurrent(c, etag)) return wholeAnswer(c, null, 304, { ...reading, etag });
  }
  const input = await readInput(c, endpoint, fromPath(c, params));
  if (endpoint.stream && takesStream(c)) {
    return await endpoint.stream(c, actor as Member, input as Record<string, unknown>);
  }
  const around = idempotencyGuard(c, endpoint, actor, input);
  const run = () => perform(deps, actor, endpoint.operation, input, around);
  try {
    const output = endpoint.limit === "code" ? await tryCode(c, run) : await run();
    return answer(c, endpoint, actor, output);
  } catch (error) {
    if (error instanceof Repeated) {
      return await replay(c, endpoint, { reader, actor, stored: error.answer });
    }
    countRefusal(c, endpoint, error);
    throw withKnownNames(endpoint, namedFields(endpoint, error));
  }
}

/** Returns whether the client requests a stream. https://html.spec.whatwg.org/multipage/server-sent-events.html */
function takesStream(c: Context<Env>): boolean {
  return /\btext\/event-stream\b/i.test(c.req.header("accept") ?? "");
}

/** Returns the operation's path parameters. */
function fromPath(c: Context<Env>, params: string[]): Record<string, string | undefined> {
  return Object.fromEntries(params.map((name) => [name, c.req.param(name)]));
}

/** Returns a record's version, which is read once between two commits for each credential and identical request. */
function versionNow(
  c: Context<Env>,
  operation: NonNullable<Endpoint["versionOnly"]>,
  actor: Member,
  params: string[],
): Promise<number | string> {
  const key = `${actor.credential.id} ${actor.profile.id} ${c.req.url}`;
  return c.get("cachedReads").get(key, () => {
    const asked = { ...readQuery(c), ...fromPath(c, params) };
    return perform(c.get("deps"), actor, operation, asked);
  });
}

/** @throws TooMany if the client has tried too often */
function holdLimit(c: Context<Env>, { limit }: Endpoint): void {
  const { limits, clock } = c.get("deps");
  if (limit === "signIn" || limit === "code") countSignIn(c);
  if (limit === "refused") limits.refused.hold(networkOf(c.get("address")), clock());
}

function countRefusal(c: Context<Env>, { limit }: Endpoint, error: unknown): void {
  if (limit !== "refused" || !(error instanceof Unauthenticated)) return;
  const { limits, clock } = c.get("deps");
  limits.refused.count(networkOf(c.get("address")), clock());
}

function actorFor(c: Context<Env>, { operation }: Endpoint): Actor | Promise<Actor> {
  switch (operation.audience) {
    case "anyone":
      return anonymous(c, getInterface(c));
    case "principal":
      return bearerPrincipal(c);
    case "member":
      return bearerMember(c);
  }
}

/** Reads the operation's input: the path parameters, and the query or the body. */
async function readInput(
  c: Context<Env>,
  { method, bodyAs, bodyOptional, bearerAs, guarded }: Endpoint,
  named: Record<string, string | undefined>,
): Promise<unknown> {
  const query = readQuery(c);
  if (method === "GET") return { ...query, ...named };
  const bodyless = method === "DELETE" || method === "PUT";
  const body = bodyless || bodyOptional ? await readOptionalJson(c) : await readJson(c);
  const outside = {
    ...named,
    ...(guarded ? { version: guardedVersions(c) } : {}),
    ...(bearerAs ? { [bearerAs]: bearerToken(c) } : {}),
  };
  refuseForeign(query, bodyAs ? {} : body, outside);
  return { ...(bodyAs ? { [bodyAs]: body } : body), ...outside };
}

/** Refuses query parameters of a write, and body fields that the path or a header sets. */
function refuseForeign(
  query: Record<string, unknown>,
  body: Record<string, unknown>,
  outside: Record<string, unknown>,
): void {
  const fields = Object.keys(body).filter((name) => name in outside);
  const errors = [
    ...Object.keys(query).map((name) => ({
      path: [name],
      message: unknownName(name, "parameter"),
    })),
    ...fields.map((name) => ({ path: [name], message: unknownName(name) })),
  ];
  if (errors.length > 0) throw new Invalid(errors);
}

function answer(c: Context<Env>, endpoint: Endpoint, actor: Actor, output: unknown): Response {
  if (endpoint.method === "GET") return answerRead(c, endpoint, actor, output);
  const headers: Record<string, string> = endpoint.secret ? { "cache-control": "no-store" } : {};
  if (endpoint.location) {
    headers.location = `${new URL(c.req.url).pathname}/${endpoint.location(output)}`;
  }
  if (endpoint.status === 204) return wholeAnswer(c, null, 204, headers);
  headers["content-type"] = "application/json";
  const text = answerText(endpoint, output);
  if (endpoint.version) headers.etag = etagFor(c, endpoint, { actor, output, text: () => text });
  return wholeAnswer(c, text, endpoint.status, headers);
}

/** Responses belong to one reader, who must revalidate them each time. RFC 9111, 5.2.2 */
const reading = {
  "cache-control": "private, no-cache",
  "vary": "Accept-Encoding, Authorization, X-Backlog-Agent",
};
const readingOrFollowing = { ...reading, "vary": `Accept, ${reading.vary}` };

function answerRead(c: Context<Env>, endpoint: Endpoint, actor: Actor, output: unknown): Response {
  let made: string | undefined;
  const text = () => made ??= answerText(endpoint, output);
  const etag = etagFor(c, endpoint, { actor, output, text });
  const told = endpoint.stream ? readingOrFollowing : reading;
  if (hasCurrent(c, etag)) return wholeAnswer(c, null, 304, { ...told, etag });
  const headers = { ...told, etag, "content-type": "application/json" };
  // A strong ETag identifies exactly these bytes. RFC 9110, 8.8.1
  if (!etag.startsWith("W/") || !zips(c, text())) return wholeAnswer(c, text(), 200, headers);
  return wholeAnswer(c, zipped(text()), 200, { ...headers, "content-encoding": "gzip" });
}

/** Adds the names that the endpoint knows to an error for an unknown field or parameter. */
function withKnownNames(endpoint: Endpoint, error: unknown): unknown {
  const { method, path, bodyAs, bearerAs, guarded, operation } = endpoint;
  const kind = method === "GET" ? "parameter" : "field";
  const isUnknown = ({ path: [name, inner], message }: FieldError) =>
    inner === undefined && message === unknownName(String(name), kind);
  if (!(error instanceof Invalid) || !error.errors.some(isUnknown)) return error;
  const { shape } = operation.input as z.ZodObject;
  const known = bodyAs ? (shape[bodyAs] as z.ZodObject).shape : shape;
  const names = Object.keys(known).filter((name) =>
    !path.includes(`{${name}}`) && name !== bearerAs && !(guarded && name === "version")
  );
  if (names.length === 0) return error;
  return new Invalid(error.errors, { hint: `Use these ${kind}s: ${names.join(", ")}.` });
}

/** Removes the body's field name from error paths, so that they start inside the body. */
function namedFields({ bodyAs }: Endpoint, error: unknown): unknown {
  if (error instanceof Invalid && bodyAs !== undefined) {
    for (const { path } of error.errors) if (path[0] === bodyAs) path.shift();
  }
  return error;
}
