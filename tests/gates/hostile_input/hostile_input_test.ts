import assert from "node:assert/strict";
import { temporaryFolder } from "../../support/folder.ts";
import { RawConnection } from "../../support/raw_connection.ts";
import { isFull, seedsOf } from "../../support/seeds.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { fillDatabase, type FilledDatabase, rowsOf } from "./filled_database.ts";
import { Chance } from "./poison.ts";
import { Forger, type HostileRequest } from "./requests.ts";
import { Tally } from "./tally.ts";
import { everyTarget } from "./targets.ts";
import { livePath } from "../../../views/paths.ts";

/**
 * The number of requests per run with a control character or lone surrogate, for all seeds and kinds of log together:
 * every target several times, or some dozens of times in full runs. `HOSTILE_REQUESTS=100000` before a release.
 */
const REQUESTS = Number(Deno.env.get("HOSTILE_REQUESTS") ?? (isFull ? 16_000 : 4_000));
const seeds = seedsOf(20_261);
const logs = ["json", "pretty"] as const;
const CONNECTIONS = 4;
/** The number of requests sent on a connection before their responses are read. */
const AT_ONCE = 25;

/** Sends requests over one connection after another, many at once unless one has a body. */
async function sendAll(port: number, requests: Iterable<HostileRequest>, tally: Tally) {
  let connection = await RawConnection.open(port);
  let batch: HostileRequest[] = [];
  const flush = async () => {
    const answers = await connection.exchange(batch);
    answers.forEach((answer, at) => tally.look(answer, batch[at]!.text));
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

/**
 * Sends requests to every target in turn, over a few connections at a time.
 * @param count the number of requests that every field must refuse; others are mixed in
 */
async function bombard(server: TestServer, filled: FilledDatabase, seed: number, count: number) {
  // Live streams have endless responses
  const targets = (await everyTarget()).filter(({ path }) => path !== livePath);
  const port = Number(new URL(server.url).port);
  const tally = new Tally();
  function* requests(nth: number) {
    const forger = new Forger(new Chance(seed + nth), filled.callers, filled.known, server.url);
    for (let at = nth, sent = 0; sent < count / CONNECTIONS; at += CONNECTIONS) {
      const request = forger.forge(targets[at % targets.length]!);
      if (request.unkeepable) sent++;
      yield request;
    }
  }
  const nths = Array.from({ length: CONNECTIONS }, (_, nth) => nth);
  await Promise.all(nths.map((nth) => sendAll(port, requests(nth), tally)));
  return tally;
}

/** Returns the request IDs in a log that contains only request lines and the server's own messages. */
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

for (const seed of seeds) {
  for (const kind of logs) {
    const count = REQUESTS / seeds.length / logs.length;
    Deno.test(`hostile input doesn't stop the server, forge its log, or change a row (${kind}, seed ${seed})`, async () => {
      await using folder = await temporaryFolder();
      const databaseUrl = `file:${folder.file("backlog.db")}`;
      const filled = await fillDatabase(databaseUrl);
      const before = await rowsOf(databaseUrl);
      const server = await startServer({
        BACKLOG_DATABASE_URL: databaseUrl,
        BACKLOG_LOG: kind,
        BACKLOG_TRUST_PROXY: "true",
        BACKLOG_RATE_LIMIT: "100000000",
      });
      try {
        const tally = await bombard(server, filled, seed, count);
        assert.deepEqual(tally.faults.slice(0, 5), [], `${tally.faults.length} faults`);
        const health = await fetch(`${server.url}/health`);
        assert.deepEqual([health.status, (await health.json()).status], [200, "ok"]);
        tally.ids.add(health.headers.get("x-request-id")!);
        assert.equal(await server.stop(), 0);
        assert.deepEqual(new Set(idsIn(server.lines, kind)), tally.ids);
        assert.equal(server.lines.length, tally.ids.size + 1);
        if (Deno.env.has("HOSTILE_TALLY")) console.log(tally.statuses, tally.ids.size);
      } finally {
        await server.stop();
      }
      assert.deepEqual(await rowsOf(databaseUrl), before);
    });
  }
}
