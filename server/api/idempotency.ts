import type { Context } from "hono";
import { type Actor, type Around, parseInput } from "../domain/core/operation.ts";
import { runOnce } from "../domain/idempotency/run_once.ts";
import { bearerMember } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { answerText, type Endpoint } from "./endpoint.ts";
import { etagFor } from "./endpoint_etag.ts";

/** Runs a POST with an `Idempotency-Key` only once. */
export function idempotencyGuard(
  c: Context<Env>,
  endpoint: Endpoint,
  actor: Actor,
  input: unknown,
): Around<unknown> | undefined {
  const key = endpoint.method === "POST" ? c.req.header("idempotency-key") : undefined;
  if (key === undefined || actor.kind === "anonymous" || !endpoint.operation.writes) return;
  const request = JSON.stringify([endpoint.method, c.req.path, input]);
  // An automation's agents are different authors
  const ownerId = actor.automation?.profileId ?? actor.userId;
  return runOnce(
    { ownerId, key, request },
    (output) => endpoint.secret ? null : storedAnswer(c, endpoint, actor, output),
  );
}

/**
 * Returns a response's text, after a line with its ETag if it has one. The ETag is stored because a new one would claim
 * that the old text is current.
 */
function storedAnswer(
  c: Context<Env>,
  endpoint: Endpoint,
  actor: Actor,
  output: unknown,
): string {
  const text = answerText(endpoint, output);
  if (!endpoint.version) return text;
  return `${etagFor(c, endpoint, { actor, output, text: () => text })}\n${text}`;
}

/**
 * Returns the first response again, with a header that marks it.
 * @param reader the endpoint that reads the response's record, if there is one
 * @throws NotFound, Forbidden if the actor can't see that record anymore
 */
export async function replay(
  c: Context<Env>,
  { status, sight, location }: Endpoint,
  { reader, actor, stored }: { reader: Endpoint | undefined; actor: Actor; stored: string },
): Promise<Response> {
  const [etag] = /^".*"(?=\n)/.exec(stored) ?? [];
  const text = etag === undefined ? stored : stored.slice(etag.length + 1);
  if (status === 204) return c.body(null, 204, { "idempotency-replayed": "true" });
  if (reader) await requireSight(c, reader, actor, text);
  for (const input of sight?.inputs(JSON.parse(text)) ?? []) {
    await look(c, sight!.operation, actor, input);
  }
  return c.body(text, status, {
    "content-type": "application/json",
    "idempotency-replayed": "true",
    ...(etag !== undefined && { etag }),
    ...(location && { location: `${new URL(c.req.url).pathname}/${idOf(text)}` }),
  });
}

/** Returns the endpoint that reads a record created by this one: the same path, followed by the record's name. */
export function readerOf(
  endpoint: Endpoint,
  endpoints: readonly Endpoint[],
): Endpoint | undefined {
  if (endpoint.method !== "POST") return undefined;
  const one = (path: string) => path.replace(/\/\{\w+\}$/, "");
  return endpoints.find(({ method, path }) =>
    method === "GET" && path !== one(path) && one(path) === endpoint.path
  );
}

/**
 * Rereads the record, regardless of the token's scopes, because the first response needed only the endpoint's own
 * scope.
 */
async function requireSight(
  c: Context<Env>,
  { path, operation }: Endpoint,
  actor: Actor,
  text: string,
): Promise<void> {
  const name = /\{(\w+)\}$/.exec(path)![1]!;
  const id = idOf(text);
  const inWorkspace = name === "workspaceId";
  const reading = inWorkspace ? await bearerMember(c, id) : actor;
  await look(c, operation, reading, inWorkspace ? {} : { [name]: id });
}

/** Returns the ID of the only record in a response. */
function idOf(text: string): string {
  const [{ id }] = Object.values(JSON.parse(text)) as [{ id: string }];
  return id;
}

async function look(
  c: Context<Env>,
  operation: Endpoint["operation"],
  actor: Actor,
  input: unknown,
): Promise<void> {
  const services = c.get("deps");
  if (operation.writes) return;
  const context = { actor, db: services.database.read, now: services.clock(), services };
  await operation.run(context, parseInput(operation.input, input, "parameter"));
}
