import assert from "node:assert/strict";
import type { Endpoint } from "../../../server/api/endpoint.ts";
import { endpoints } from "../../../server/api/endpoints.ts";
import { describeApi } from "../../../server/api/openapi.ts";
import { requestBodyOf } from "../../../server/api/openapi_input.ts";
import { type AppOptions, createTestApp } from "../../support/app.ts";
import { fill, type Provocation, provocations, stageFor, usedKey } from "../errors/provocations.ts";
import { askForCode, successOf } from "../errors/successes.ts";
import { issueBearers } from "../permissions/bearers.ts";
import { contradictions, suspendedAutomation, unprovoked } from "./contradictions.ts";
import { operationsOf, type Passed, validatingProxy } from "./validating_proxy.ts";
import { shareOf } from "../../support/share.ts";
import { populate } from "../support/full_cast.ts";
import { UndoingDatabase } from "../support/undoing.ts";

const document = await describeApi(endpoints, "https://backlog.example", "1.0.0", 1_200) as {
  paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, unknown> }>
  >;
};

/** Every operation in the published description. */
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({
    name: `${method.toUpperCase()} ${path}`,
    statuses: Object.keys(one.responses).map(Number),
    responses: one.responses,
  }))
);
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
/** The current day's third of the endpoints. */
const asked = shareOf(endpoints);
const statusesOf = (endpoint: Endpoint) =>
  described.find(({ name }) => name === nameOf(endpoint))!.statuses;
const operations = await operationsOf(document);

/** Opens the server behind the proxy. Each write is undone immediately. */
async function openProxy(options: AppOptions = {}) {
  const app = await createTestApp({ wrap: (inner) => new UndoingDatabase(inner), ...options });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  await askForCode(fullCast);
  const stage = await stageFor(fullCast);
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request, info) => app.app.fetch(request, info),
  );
  const pass = validatingProxy(operations, `http://127.0.0.1:${server.addr.port}/api/v1`);
  const send = (endpoint: Endpoint, { path, token, body, headers }: Provocation) => {
    const shown: Record<string, string> = token === null ? {} : {
      authorization: `Bearer ${token ?? fullCast.ada.tokens.accessToken}`,
    };
    const { method } = endpoint;
    const empty = typeof body === "object" && Object.keys(body!).length === 0;
    const takes = method !== "GET" && (!empty || requestBodyOf(endpoint));
    return pass({ method, path, headers: { ...shown, ...headers }, ...(takes && { body }) });
  };
  return {
    stage,
    send,
    undo: () => void ((app.world.services.database as UndoingDatabase).undoes = true),
    [Symbol.asyncDispose]: async () => {
      await server.shutdown();
      await app[Symbol.asyncDispose]();
    },
  };
}

/** Every pair of operation and status that was returned, and violations of the description. */
class Seen {
  readonly pairs = new Set<string>();
  readonly wrong: string[] = [];

  /**
   * Records a response.
   * @param expected the error that the request is meant to cause, if any
   */
  note(endpoint: Endpoint, status: number, passed: Passed, expected: RegExp | null = null): void {
    const name = `${passed.status} ${nameOf(endpoint)}`;
    this.pairs.add(name);
    const ofRequest = passed.ofRequest.filter((one) => !expected?.test(one));
    const lines = [...ofRequest, ...passed.ofAnswer].map((one) => `${name}: ${one}`);
    if (passed.status === endpoint.status) lines.push(...headersLacking(endpoint, passed, name));
    if (passed.status !== status) lines.push(`${name}, and not ${status}: ${detailOf(passed)}`);
    this.wrong.push(...lines);
  }
}

/**
 * Returns the documented headers that are missing from a successful response. A replayed response has its own header.
 */
function headersLacking(endpoint: Endpoint, { headers }: Passed, name: string): string[] {
  const { responses } = described.find((one) => one.name === nameOf(endpoint))!;
  const { headers: told = {} } = responses[endpoint.status] as { headers?: Record<string, object> };
  return Object.keys(told)
    .filter((one) => one !== "Idempotency-Replayed" && !(one.toLowerCase() in headers))
    .map((one) => `${name}: no ${one}`);
}

const detailOf = ({ body }: Passed) => (body as { detail?: string } | undefined)?.detail;

/** How the proxy describes an invalid request, by the response's error. */
const provoked: Record<number, RegExp> = {
  400: /^Request body must be object$|^No supported content types/,
  401: /^Invalid security scheme used$|required property 'q'$/,
  403: /required property 'q'$/,
  404: /required property 'q'$/,
  413: /^Request body must be object$|^No supported content types/,
  415:
    /^Request body must be object$|^Supported content types: application\/json$|^No supported content types/,
  422:
    /must NOT have additional properties; found 'unknown'$|^No supported content types|required property 'q'$/,
};

/** Statuses caused by a slow client or a server in trouble, for any request. */
const ofTheMoment = new Set([408, 500, 503]);

/** Returns an endpoint's pairs of status and operation that the tests can cause. */
const pairsOf = (endpoint: Endpoint) =>
  statusesOf(endpoint).filter((status) => !ofTheMoment.has(status))
    .map((status) => `${status} ${nameOf(endpoint)}`);

const refuses = (status: number) => status >= 400;

/** Valid requests succeed, unchanged records return a 304, and invalid requests are refused. */
async function askInOrder(seen: Seen): Promise<void> {
  await using proxied = await openProxy();
  const { stage, send, undo } = proxied;
  const labels = endpoints.find((one) => nameOf(one) === "POST /workspaces/{workspaceId}/labels")!;
  const key = { "idempotency-key": usedKey };
  await send(labels, { ...successOf(labels, stage), body: { name: "Key" }, headers: key });
  undo();
  for (const endpoint of asked) {
    const success = successOf(endpoint, stage);
    seen.note(endpoint, endpoint.status, await send(endpoint, success));
    if (endpoint.method === "GET") {
      const headers = { "if-none-match": "*" };
      seen.note(endpoint, 304, await send(endpoint, { ...success, headers }));
    }
    for (const status of statusesOf(endpoint).filter(refuses)) {
      for (const sent of provocations[status]?.(endpoint, stage).slice(0, 2) ?? []) {
        seen.note(endpoint, status, await send(endpoint, sent), provoked[status]);
      }
    }
  }
}

/** Requests that conflict with existing records, name missing ones, or use a suspended token. */
async function askAgainst(seen: Seen): Promise<void> {
  await using proxied = await openProxy();
  const { stage, send, undo } = proxied;
  const barred = await suspendedAutomation(stage.fullCast);
  const rows = await contradictions(stage.fullCast, barred.secret);
  undo();
  for (const endpoint of asked) {
    for (const status of statusesOf(endpoint)) {
      const row = rows[`${status} ${nameOf(endpoint)}`];
      if (!row) continue;
      const known = { ...stage.known, ...row.known };
      const success = successOf(endpoint, { ...stage, known });
      const sent = { ...success, ...(row.known && { path: fill(endpoint, known) }), ...row };
      seen.note(endpoint, status, await send(endpoint, sent));
    }
    if (!statusesOf(endpoint).includes(403) || endpoint.operation.audience === "anyone") continue;
    const sent = { ...successOf(endpoint, stage), token: barred.accessToken };
    seen.note(endpoint, 403, await send(endpoint, sent));
  }
}

/** Archived records can't be changed. */
async function askOfArchive(seen: Seen): Promise<void> {
  await using proxied = await openProxy();
  const { stage, send, undo } = proxied;
  const ends = endpoints.filter(({ method, path }) =>
    method === "DELETE" &&
    /\{(taskId|projectId|viewId|workflowId|labelId|milestoneId)\}$/.test(path)
  );
  for (const endpoint of ends.toReversed()) {
    seen.note(endpoint, 200, await send(endpoint, successOf(endpoint, stage)));
  }
  undo();
  for (const endpoint of asked.filter((one) => statusesOf(one).includes(409))) {
    const refused = await send(endpoint, successOf(endpoint, stage));
    seen.note(endpoint, refused.status === 409 ? 409 : endpoint.status, refused);
  }
}

/** Clients that send too many requests must wait. */
async function askTooOften(seen: Seen): Promise<void> {
  await using proxied = await openProxy({ rateLimit: 1, signInLimit: 1 });
  const { stage, send, undo } = proxied;
  Object.assign(stage.fullCast.world.services.settings, { signup: "closed" });
  undo();
  const [me, code, refresh] = ["GET /me", "POST /auth/request-otp", "POST /auth/refresh"]
    .map((name) => endpoints.find((one) => nameOf(one) === name)!);
  const verify = endpoints.find((one) => nameOf(one) === "POST /auth/verify-otp")!;
  seen.note(verify, 403, await send(verify, successOf(verify, stage)));
  for (const one of [me, code]) await send(one!, successOf(one!, stage));
  const wrong = { ...successOf(refresh!, stage), body: { refreshToken: "blg_hrt_wrong" } };
  await send(refresh!, wrong);
  const limited = asked.filter((one) =>
    one.operation.audience !== "anyone" || one.limit !== undefined
  );
  for (const endpoint of limited) {
    const sent = successOf(endpoint, stage);
    // Each token has its own limit, and the owner's already sent requests.
    if (endpoint.operation.audience !== "anyone") sent.token = undefined;
    seen.note(endpoint, 429, await send(endpoint, sent));
  }
}

Deno.test("through a public validating proxy, every operation succeeds and fails as described in the API", async () => {
  const seen = new Seen();
  await askInOrder(seen);
  await askAgainst(seen);
  await askOfArchive(seen);
  await askTooOften(seen);
  assert.deepEqual(seen.wrong, []);
  const all = endpoints.flatMap(pairsOf);
  assert.deepEqual(unprovoked.filter((pair) => !all.includes(pair)), []);
  const pairs = asked.flatMap(pairsOf);
  const unseen = pairs.filter((pair) => !seen.pairs.has(pair));
  const expected = unprovoked.filter((pair) => pairs.includes(pair));
  assert.deepEqual(unseen.toSorted(), expected.toSorted());
});

Deno.test("the proxy works: it reports every operation whose response differs from the description", async () => {
  let status = 200;
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => Response.json(["not", "this"], { status }),
  );
  const pass = validatingProxy(operations, `http://127.0.0.1:${server.addr.port}/api/v1`);
  const asleep: string[] = [];
  for (const endpoint of asked) {
    const { method } = endpoint;
    const path = endpoint.path.replaceAll(/\{\w+\}/g, "ENG-1");
    for (status of statusesOf(endpoint).filter((one) => one !== 204 && one !== 304)) {
      const takes = method !== "GET" && requestBodyOf(endpoint);
      const passed = await pass({ method, path, ...(takes && { body: ["not", "this"] }) });
      const bad = passed.ofAnswer.length > 0 && (!takes || passed.ofRequest.length > 0);
      if (!bad) asleep.push(`${nameOf(endpoint)} ${status}`);
    }
  }
  assert.deepEqual(asleep, []);
});
