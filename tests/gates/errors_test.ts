import assert from "node:assert/strict";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeApi } from "../../server/api/openapi.ts";
import type { Database } from "../../server/database/open.ts";
import { type Answer, call, createTestApp, type TestApp } from "../support/app.ts";
import { shareOf } from "../support/share.ts";
import {
  fill,
  type Provocation,
  provocations,
  type Stage,
  stageFor,
  usedKey,
} from "./errors/provocations.ts";
import { successOf } from "./errors/successes.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { populate } from "./support/full_cast.ts";
import { UndoingDatabase } from "./support/undoing.ts";

const paths = (await describeApi(endpoints, "https://backlog.example", "1.0.0", 1_200))
  .paths as Record<
    string,
    Record<string, { responses: Record<string, unknown> }>
  >;

/** Returns the errors that the description lists for an endpoint. */
function listed({ path, method }: Endpoint): number[] {
  return Object.keys(paths[path]![method.toLowerCase()]!.responses).map(Number)
    .filter((status) => status >= 400);
}

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

/** Sends a provocation. `call` checks the response against the description and the form of a problem. */
function send(app: TestApp, { fullCast }: Stage, { method }: Endpoint, sent: Provocation) {
  const { path, token, body, headers = {} } = sent;
  return call(app, `${method} ${path}`, {
    token: token === null ? undefined : token ?? fullCast.ada.tokens.accessToken,
    ...(method === "GET" ? {} : { body }),
    headers,
  });
}

Deno.test("every error in the API description occurs, and no other error does", async () => {
  const undoing = (database: Database) => new UndoingDatabase(database);
  await using app = await createTestApp({ wrap: undoing });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const stage = await stageFor(fullCast);
  const key = { "idempotency-key": usedKey };
  const labels = `POST /workspaces/${fullCast.workspaceId}/labels`;
  await call(app, labels, { as: fullCast.ada, body: { name: "Key" }, headers: key });
  (app.world.services.database as UndoingDatabase).undoes = true;
  const wrong: string[] = [];
  for (const endpoint of endpoints) {
    for (const [name, provoke] of Object.entries(provocations)) {
      const status = Number(name);
      const isListed = listed(endpoint).includes(status);
      for (const sent of provoke(endpoint, stage)) {
        const answer = await send(app, stage, endpoint, sent);
        if ((answer.status === status) === isListed) continue;
        wrong.push(`${nameOf(endpoint)}: ${answer.status} for ${status} (${JSON.stringify(sent)})`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(app.mistakes, []);
});

Deno.test("every rate-limited endpoint tells clients to wait after too many requests", async () => {
  await using app = await createTestApp({ rateLimit: 1, signInLimit: 1 });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const stage = await stageFor(fullCast);
  await call(app, "GET /me", { as: fullCast.ada });
  const body = { email: fullCast.ada.email };
  await call(app, "POST /auth/request-otp", { body });
  await call(app, "POST /auth/refresh", { body: { refreshToken: "blg_hrt_wrong" } });
  const wrong: string[] = [];
  const limited = endpoints.filter(({ operation, limit }) =>
    operation.audience !== "anyone" || limit !== undefined
  );
  for (const endpoint of limited) {
    assert.ok(listed(endpoint).includes(429), nameOf(endpoint));
    const sent = { path: fill(endpoint, stage.known), body: endpoint.example ?? {} };
    const { status } = await send(app, stage, endpoint, sent);
    if (status !== 429) wrong.push(`${nameOf(endpoint)}: ${status}`);
  }
  assert.deepEqual(wrong, []);
});

Deno.test("every POST with an Idempotency-Key runs once, and a retry gets the first response", async (t) => {
  const posts = endpoints.filter(({ method, operation }) =>
    method === "POST" && operation.audience !== "anyone"
  );
  for (const endpoint of shareOf(posts)) {
    await t.step(nameOf(endpoint), async () => {
      await using app = await createTestApp();
      const fullCast = await populate(app.world);
      await issueBearers(fullCast);
      const stage = await stageFor(fullCast);
      const first = { ...successOf(endpoint, stage), headers: { "idempotency-key": "key" } };
      const done = await send(app, stage, endpoint, first);
      assert.ok(done.status < 300, done.text);
      repeats(endpoint, done, await send(app, stage, endpoint, first));
    });
  }
});

function repeats({ secret }: Endpoint, done: Answer, again: Answer): void {
  if (secret) {
    assert.deepEqual([again.status, again.body.code], [409, "secret_shown_once"]);
    assert.match(again.body.hint, /automation's secret, rotate it.* token, revoke it/);
    return;
  }
  assert.deepEqual([again.status, again.body], [done.status, done.body]);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
}
