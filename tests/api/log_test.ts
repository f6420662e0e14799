import assert from "node:assert/strict";
import type { LogLine } from "../../server/http/env.ts";
import { Log } from "../../server/http/log.ts";

const hostile = "/a\n12:00:00 200 GET /\r\x1b[2J\x07\x7f\x85\x9b2J\u2028\u2029\u202e\u2066\ud800 b";
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** What a log writes of some lines, one by one. */
function written(kind: "pretty" | "json", use: (log: Log) => void): string[] {
  let text = "";
  const log = new Log(kind, (bytes) => text += new TextDecoder().decode(bytes));
  use(log);
  log.flush();
  assert.ok(text.endsWith("\n"));
  return text.slice(0, -1).split("\n");
}

function request(path: string): LogLine {
  return {
    time: "2026-03-12T10:00:00.000Z",
    method: "GET",
    path,
    status: 404,
    ms: 1.5,
    requestId: "req",
    actor: "-",
  };
}

Deno.test("a request is a single log line for any path", () => {
  const [json, ...more] = written("json", (log) => log.request(request(hostile)));
  assert.deepEqual(more, []);
  assert.doesNotMatch(json!, unprintable);
  assert.equal(JSON.parse(json!).path, hostile);
  const pretty = written("pretty", (log) => log.request(request(hostile)));
  assert.equal(pretty.length, 1);
  assert.doesNotMatch(pretty[0]!, unprintable);
  assert.match(pretty[0]!, /^10:00:00 404 GET {4}\S+ 1\.5 ms - req$/);
});

Deno.test("an unexpected error is logged with its request or job, if known", () => {
  const said = written("json", (log) => {
    log.error("oh", { requestId: "req" });
    log.error("oh", { job: "sweep" });
    log.error("oh");
  });
  assert.deepEqual(said.map((line) => JSON.parse(line).message), [
    "error in request req: oh",
    "error in job sweep: oh",
    "error: oh",
  ]);
});

Deno.test("logged text can't start a line that looks like a log line", () => {
  const said = written("pretty", (log) => {
    log.say(`mail to ada@example.com could not be sent: 5.1\r\n${hostile}`);
    log.error(new Error(hostile.replace("\ud800", "")), { requestId: "req" });
  });
  assert.equal(said.filter((line) => !line.startsWith("    ")).length, 2);
  for (const line of said) assert.doesNotMatch(line, unprintable);
  const json = written("json", (log) => log.say(hostile));
  assert.equal(json.length, 1);
  assert.doesNotMatch(json[0]!, unprintable);
  assert.equal(JSON.parse(json[0]!).message, hostile);
});
