import assert from "node:assert/strict";
import { openDatabase } from "../../server/database/open.ts";
import { browserCookie } from "../support/browser_session.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type RawAnswer, RawConnection } from "../support/raw_connection.ts";
import { seedsOf } from "../support/seeds.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { snapshot } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";
import { knownValues } from "./fuzz/known.ts";
import type { Known } from "./fuzz/inputs.ts";
import { Chance } from "./hostile_input/poison.ts";
import { type Asker, Forger, type HostileRequest } from "./hostile_input/requests.ts";
import { everyTarget } from "./hostile_input/targets.ts";
import { furnish } from "./support/premises.ts";

/** How many requests a run sends, both kinds of log together. */
const REQUESTS = Number(Deno.env.get("HOSTILE_REQUESTS") ?? 10_000);
const CONNECTIONS = 4;
/** How many requests go out on a connection before their answers are read. */
const AT_ONCE = 25;

interface House {
  askers: Asker[];
  known: Known;
}

/** Fills a database as of now, so that a server of its own finds everybody signed in. */
async function fillHouse(databaseUrl: string): Promise<House> {
  await using world = await createWorld({ databaseUrl });
  world.clock.advance({
    seconds: Math.floor((Date.now() - world.clock.now().getTime()) / 1000) - 400,
  });
  const premises = await furnish(world);
  const askers: Asker[] = [{ token: null, cookie: null }];
  for (const { email, tokens } of [premises.ada, premises.chidi]) {
    const cookie = (await browserCookie(world, email)).replace("__Host-", "");
    askers.push({ token: tokens.accessToken, cookie });
  }
  return { askers, known: knownValues(premises) };
}

async function rowsOf(databaseUrl: string) {
  const database = await openDatabase(databaseUrl);
  try {
    return await snapshot(database);
  } finally {
    await database.close();
  }
}

/** What came back, as far as it is looked at in the end. */
interface Tally {
  ids: Set<string>;
  faults: string[];
  statuses: Map<number, number>;
}

/** A field's name, and a value of characters that a header may hold. RFC 9110, 5.5 */
const FIELD = /^[!#$%&'*+.^_`|~\w-]+: ?[\t -~\x80-\xff]*$/;

function look({ status, fields }: RawAnswer, request: string, { ids, faults, statuses }: Tally) {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const id = fields.map((field) => /^x-request-id: (.*)$/i.exec(field)?.[1]).find(Boolean);
  const wrong = fields.filter((field) => !FIELD.test(field));
  if (status >= 500 || !(status >= 200) || !id || wrong.length > 0) {
    faults.push(`${status} ${wrong.join(" | ")} for ${JSON.stringify(request.slice(0, 600))}`);
  }
  if (id) ids.add(id);
}

/** Sends requests over one connection after another; many go out at once, as far as none has a body behind it. */
async function sendAll(port: number, requests: Iterable<HostileRequest>, tally: Tally) {
  let connection = await RawConnection.open(port);
  let batch: HostileRequest[] = [];
  const flush = async () => {
    const answers = await connection.exchange(batch);
    answers.forEach((answer, at) => look(answer, batch[at]!.text, tally));
    batch = [];
    if (!answers.at(-1)?.last) return;
    connection[Symbol.dispose]();
    connection = await RawConnection.open(port);
  };
  for (const request of requests) {
    batch.push(request);
    if (request.body || batch.length === AT_ONCE) await flush();
  }
  if (batch.length > 0) await flush();
  connection[Symbol.dispose]();
}

/** Requests to every target in turn, over a few connections at a time. */
async function bombard(server: TestServer, house: House, seed: number, count: number) {
  const targets = await everyTarget();
  const port = Number(new URL(server.url).port);
  const tally: Tally = { ids: new Set(), faults: [], statuses: new Map() };
  function* requests(nth: number) {
    const forger = new Forger(new Chance(seed + nth), house.askers, house.known, server.url);
    for (let at = nth; at < count; at += CONNECTIONS) {
      yield forger.forge(targets[at % targets.length]!);
    }
  }
  const nths = Array.from({ length: CONNECTIONS }, (_, nth) => nth);
  await Promise.all(nths.map((nth) => sendAll(port, requests(nth), tally)));
  return tally;
}

/** The ids in a log that has nothing but lines of requests and what the server says of itself. */
function idsIn(lines: string[], kind: "json" | "pretty"): string[] {
  const pretty = /^\d\d:\d\d:\d\d \d{3} [A-Z]+ +\S+ [\d.]+ ms \S+ ([\da-f-]{36})$/;
  return lines.flatMap((line) => {
    assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    if (/listens on http/.test(line)) return [];
    const id = kind === "json" ? JSON.parse(line).requestId : pretty.exec(line)?.[1];
    assert.ok(id, `a line that is no request's: ${line}`);
    return [id];
  });
}

for (const seed of seedsOf(20_261)) {
  for (const kind of ["json", "pretty"] as const) {
    const count = kind === "json" ? REQUESTS * 0.9 : REQUESTS * 0.1;
    Deno.test(`no hostile input ends the server, forges its log or changes a row (${kind}, seed ${seed})`, async () => {
      await using folder = await temporaryFolder();
      const databaseUrl = `file:${folder.file("backlog.db")}`;
      const house = await fillHouse(databaseUrl);
      const before = await rowsOf(databaseUrl);
      const server = await startServer({
        BACKLOG_DATABASE_URL: databaseUrl,
        BACKLOG_LOG: kind,
        BACKLOG_TRUST_PROXY: "true",
        BACKLOG_RATE_LIMIT: "100000000",
      });
      try {
        const tally = await bombard(server, house, seed, count);
        assert.deepEqual(tally.faults.slice(0, 5), [], `${tally.faults.length} faults`);
        const health = await fetch(`${server.url}/health`);
        assert.deepEqual([health.status, (await health.json()).status], [200, "ok"]);
        tally.ids.add(health.headers.get("x-request-id")!);
        assert.equal(await server.stop(), 0);
        assert.deepEqual(new Set(idsIn(server.lines, kind)), tally.ids);
        assert.equal(server.lines.length, tally.ids.size + 1);
        if (Deno.env.has("HOSTILE_TALLY")) console.log(tally.statuses);
      } finally {
        await server.stop();
      }
      assert.deepEqual(await rowsOf(databaseUrl), before);
    });
  }
}
