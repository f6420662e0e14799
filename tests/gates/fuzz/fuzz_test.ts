import assert from "node:assert/strict";
import fc from "../../packages/fast_check.ts";
import { sql } from "kysely";
import { type Endpoint, endpoint } from "../../../server/api/endpoint.ts";
import { endpoints } from "../../../server/api/endpoints.ts";
import type { Database } from "../../../server/database/open.ts";
import { listCommands } from "../../../server/palette/list.ts";
import { runCommand } from "../../../server/palette/run.ts";
import { Palette, Ran } from "../../../server/palette/schema.ts";
import { type Answer, call, createTestApp, type TestApp } from "../../support/app.ts";
import { askPalette, browserCookie } from "../../support/browser_session.ts";
import { seedsOf } from "../../support/seeds.ts";
import { snapshot } from "../../support/snapshot.ts";
import { type FuzzedRequest, requestsTo } from "./requests.ts";
import { issueBearers } from "../permissions/bearers.ts";
import { knownValues } from "./known.ts";
import { type FullCast, populate } from "../support/full_cast.ts";
import { UndoingDatabase } from "../support/undoing.ts";

const seeds = seedsOf(20_261);
/** The number of requests per endpoint. */
const numRuns = Number(Deno.env.get("FUZZ_RUNS") ?? 40);

/**
 * Changes that a refused sign-in makes on purpose: it counts wrong codes, and ends a session whose token was reused.
 */
const keptOnRefusal = ["sign_in_locks", "one_time_codes", "sessions", "session_tokens", "audit"];

/** Sends equally many requests to every endpoint. */
async function askApi(t: Deno.TestContext, seed: number): Promise<void> {
  const undoing = (database: Database) => new UndoingDatabase(database);
  await using app = await createTestApp({ wrap: undoing, signInLimit: 1e9, rateLimit: 1e9 });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const known = knownValues(fullCast);
  (app.world.services.database as UndoingDatabase).undoes = true;
  for (const endpoint of endpoints) {
    await t.step(`${endpoint.method} ${endpoint.path}`, async () => {
      const property = fc.asyncProperty(
        requestsTo(endpoint, known),
        (request) => withstands(app, endpoint, request, byToken(app, fullCast, endpoint)),
      );
      await fc.assert(property, { seed, numRuns, endOnFailure: true });
    });
  }
}

/** The palette's endpoint, which isn't part of the API because only browsers use it. */
const palette = [
  endpoint({
    method: "GET",
    path: "",
    operation: listCommands,
    tag: "Palette",
    summary: "List commands",
    status: 200,
    response: Palette,
    answer: (palette) => palette,
  }),
  endpoint({
    method: "POST",
    path: "",
    operation: runCommand,
    tag: "Palette",
    summary: "Run a command",
    status: 200,
    response: Ran,
    answer: (ran) => ran,
  }),
];

/** Does the same for the palette. */
async function askThePalette(t: Deno.TestContext, seed: number): Promise<void> {
  const undoing = (database: Database) => new UndoingDatabase(database);
  await using app = await createTestApp({ wrap: undoing });
  const fullCast = await populate(app.world);
  const known = knownValues(fullCast);
  const { ada, chidi, frode } = fullCast;
  const cookies: string[] = [];
  for (const { email } of [chidi, frode, ada]) cookies.push(await browserCookie(app.world, email));
  (app.world.services.database as UndoingDatabase).undoes = true;
  for (const endpoint of palette) {
    await t.step(endpoint.method, async () => {
      const send = ({ path, headers, body, who }: FuzzedRequest) => {
        const cookie = who === 0 ? undefined : cookies[who - 1] ?? cookies[2];
        return askPalette(app, `${endpoint.method} ${path}`, { cookie, headers, body });
      };
      const property = fc.asyncProperty(
        requestsTo(endpoint, known),
        (request) => withstands(app, endpoint, request, send),
      );
      await fc.assert(property, { seed, numRuns: 10 * numRuns, endOnFailure: true });
    });
  }
}

for (const seed of seeds) {
  Deno.test(`no generated request breaks the API, and refused requests change no row (seed ${seed})`, (t) =>
    askApi(t, seed));
  Deno.test(`no generated request breaks the palette, and refused requests change no row (seed ${seed})`, (t) =>
    askThePalette(t, seed));
}

type Send = (request: FuzzedRequest) => Promise<Answer>;

function byToken(app: TestApp, { ada, chidi, frode }: FullCast, { method }: Endpoint): Send {
  return ({ path, headers, body, who }) => {
    const as = who === 0 ? undefined : [chidi, frode][who - 1] ?? ada;
    return call(app, `${method} ${path}`, { as, headers, body });
  };
}

/** Sends one request and checks the guarantees that hold for every response. */
async function withstands(
  app: TestApp,
  endpoint: Endpoint,
  request: FuzzedRequest,
  send: Send,
): Promise<void> {
  const { database } = app.world;
  if (held?.of !== database) held = { of: database, tables: await snapshot(database) };
  const before = await changeCount(database);
  const answer = await send(request);
  if (app.mistakes.length > 0) throw app.mistakes.splice(0)[0];
  assert.ok(answer.status < 500, `${answer.status}: ${answer.text}`);
  namesItsFields(answer);
  if (answer.status < 400) return assert.ok(!request.foreign, "an unknown field was ignored");
  if (await changeCount(database) === before) return;
  const kept = held.tables;
  const after = await snapshot(database);
  held.tables = { ...after };
  if (endpoint.operation.audience === "anyone") {
    for (const table of keptOnRefusal) after[table] = kept[table]!;
  }
  assert.deepEqual(after, kept, "a refusal changed a row");
}

/** Requires that a 422 names the invalid field. Only a patch without fields can omit it. */
function namesItsFields({ status, body }: Answer): void {
  if (status !== 422) return;
  assert.ok(body.errors.length > 0);
  for (const { path, message } of body.errors) {
    assert.ok(
      path.length > 0 || /^Choose at least one/.test(message),
      `422 names no field: ${message}`,
    );
  }
}

/** Counts every row ever written, even if rolled back. If the number is unchanged, so are the rows. */
async function changeCount(database: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(database.read);
  return rows[0]!.n;
}

/** The rows after the last refusal that wrote any. Changes since then were undone. */
let held: { of: Database; tables: Awaited<ReturnType<typeof snapshot>> } | undefined;
