import assert from "node:assert/strict";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { Hono } from "hono";
import type { Env } from "../../server/http/env.ts";
import { headLength } from "../../server/http/head_length.ts";
import { createTestApp, type TestApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { knownValues } from "./fuzz/known.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { type FullCast, populate } from "./support/full_cast.ts";

interface Heard {
  status: number;
  headers: IncomingHttpHeaders;
  size: number;
}

/** Sends requests over a socket without decompressing, to see exactly what was sent. */
function ask(url: string, method: string, headers: Record<string, string>): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      let size = 0;
      // Endless responses have no length
      if (answer.headers["content-type"]?.startsWith("text/event-stream")) {
        resolve({ status: answer.statusCode!, headers: answer.headers, size });
        answer.destroy();
        return;
      }
      answer.on("data", (chunk: Uint8Array) => size += chunk.byteLength);
      answer.on("end", () => {
        resolve({ status: answer.statusCode!, headers: answer.headers, size });
      });
    });
    asked.on("error", reject).end();
  });
}

/** Headers that differ between any two responses, and headers about the length. */
const ofTheMoment = ["date", "x-request-id", "ratelimit", "content-length", "transfer-encoding"];

function comparable({ status, headers }: Heard): string {
  const kept = Object.entries(headers).filter(([name]) => !ofTheMoment.includes(name)).sort();
  return JSON.stringify([status, kept]);
}

/** Returns every path that responds to GET, with real values. */
function paths({ app }: TestApp, fullCast: FullCast): string[] {
  const known = knownValues(fullCast);
  const routes = app.routes.filter(({ method, path }) => method === "GET" && !path.includes("*"));
  const filled = routes.map(({ path }) =>
    path.replace(/:(\w+)/g, (_all, name: string) => String(known[name]?.[0] ?? name))
  );
  return [...new Set(filled)];
}

Deno.test("HEAD responds like GET on every path, with the length of the missing body", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const cookie = await browserCookie(app.world, fullCast.ada.email);
  const bearer = `Bearer ${fullCast.ada.tokens.accessToken}`;
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (asked, info) => app.app.fetch(asked, info),
  );
  const wrong: string[] = [];
  const callers: Record<string, string>[] = [
    { cookie, authorization: bearer, accept: "text/html" },
    { cookie, authorization: bearer, accept: "text/html", "accept-encoding": "gzip" },
    { authorization: bearer, "if-none-match": "*" },
    { accept: "text/html" },
    {},
  ];
  const all = [...paths(app, fullCast), "/nowhere", "/api/v1/nowhere"];
  assert.ok(all.length > 60, `${all.length} paths were seen`);
  for (const path of all) {
    for (const headers of callers) {
      const url = `http://127.0.0.1:${server.addr.port}${path}`;
      const [get, head] = [await ask(url, "GET", headers), await ask(url, "HEAD", headers)];
      const length = head.headers["content-length"];
      const title = `${path} ${Object.keys(headers)}`;
      if (get.status >= 500) wrong.push(`${title}: ${get.status}`);
      if (head.size > 0) wrong.push(`${title}: HEAD has a body`);
      // An error page contains the request ID, so compressed lengths differ.
      const differs = get.status >= 400 && headers["accept-encoding"] !== undefined;
      const isStream = get.headers["transfer-encoding"] === "chunked";
      if (isStream && length !== undefined) wrong.push(`${title}: HEAD gives a stream's length`);
      if (!isStream && !differs && Number(length ?? 0) !== get.size) {
        wrong.push(`${title}: ${length}, not ${get.size}`);
      }
      const [without, having] = [comparable(head), comparable(get)];
      if (without !== having) wrong.push(`${title}: ${without}, not ${having}`);
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("HEAD doesn't read a stream", async () => {
  let read = 0;
  const app = new Hono<Env>().use(headLength).get("/", (c) => {
    c.set("streams", true);
    const pull = (stream: ReadableStreamDefaultController) => {
      read++;
      stream.enqueue(new Uint8Array(9));
    };
    return c.body(new ReadableStream({ pull }, { highWaterMark: 0 }), 200);
  });
  const { status, headers } = await app.request("/", { method: "HEAD" });
  assert.deepEqual([status, headers.get("content-length"), read], [200, null, 0]);
});
