import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/database/open.ts";
import { makeDeps } from "../../server/deps.ts";
import { openSession } from "../../server/domain/sessions/open.ts";
import { issueToken } from "../../server/domain/sessions/tokens.ts";
import { Log } from "../../server/http/log.ts";
import { inWrite } from "../support/world.ts";
import { requestBytes } from "./connection.ts";
import type { Fixture } from "./fixture.ts";
import { median } from "./measure.ts";
import type { Options } from "./options.ts";
import { type LoadGenerator, residentBytes, type Started, startServer } from "./processes.ts";
import type { LoadRequest } from "./protocol.ts";

/** What open pages cost whoever changes something. */
export interface StreamCosts {
  streams: number;
  /** How long a change takes with all streams open, by how long it takes with none: waited, and worked by the server. */
  waited: number;
  worked: number;
  /** What the server's process takes with all of them open, after the changes. */
  bytes: number;
  errors: number;
}

const STREAMS = 200;

/** Changes one task after another, by turns with no page open and with many, which are told of each change. */
export async function streamCosts(
  load: LoadGenerator,
  options: Options,
  fixture: Fixture,
): Promise<StreamCosts> {
  const cookies = await openSessions(fixture.file);
  const server = await startServer(fixture.file);
  const ratios: { waited: number; worked: number }[] = [];
  let [bytes, errors] = [0, 0];
  try {
    // A server that has just started works twice as long
    await changes(load, options, fixture, server);
    for (let round = 0; round < options.rounds; round++) {
      const without = await changes(load, options, fixture, server);
      const listening = await Promise.all(cookies.map((cookie) => listen(server.port, cookie)));
      const told = await changes(load, options, fixture, server);
      bytes = Math.max(bytes, await residentBytes(server.pid));
      for (const close of listening) close();
      ratios.push({ waited: told.waited / without.waited, worked: told.worked / without.worked });
      errors += without.errors + told.errors;
    }
  } finally {
    await server.stop();
  }
  return {
    ...{ streams: STREAMS, bytes, errors },
    waited: median(ratios.map(({ waited }) => waited)),
    worked: median(ratios.map(({ worked }) => worked)),
  };
}

/** A browser's session for each of many streams, of everybody in the demo in turn. @returns their cookies */
export async function openSessions(file: string): Promise<string[]> {
  const database = await openDatabase(`file:${file}`);
  try {
    const deps = await makeDeps(readConfig({}), database, new Log("none"));
    return await inWrite(deps, async (context) => {
      const users = await context.tx.selectFrom("users").select("id").orderBy("id").execute();
      const cookies: string[] = [];
      for (let n = 0; n < STREAMS; n++) {
        const session = await openSession(context, users[n % users.length]!.id, "browser", "Bench");
        cookies.push((await issueToken(context, session.id, "cookie")).token);
      }
      return cookies;
    });
  } finally {
    await database.close();
  }
}

/** Opens a stream and reads it. @param heard gets what comes @returns what closes it */
export async function listen(
  port: number,
  cookie: string,
  heard: (text: string) => void = () => {},
): Promise<() => void> {
  const socket = await Deno.connect({ hostname: "127.0.0.1", port });
  const headers = { cookie: `backlog=${cookie}`, accept: "text/event-stream" };
  await socket.write(requestBytes("GET", "/workspace/live", headers));
  const buffer = new Uint8Array(4096);
  const read = await socket.read(buffer);
  const decoder = new TextDecoder();
  const head = decoder.decode(buffer.subarray(0, read ?? 0));
  if (!head.startsWith("HTTP/1.1 200")) throw new Error(`A stream was answered: ${head}`);
  void (async () => {
    for (let read; (read = await socket.read(buffer)) !== null;) {
      heard(decoder.decode(buffer.subarray(0, read)));
    }
  })().catch(() => {});
  return () => socket.close();
}

/** @returns how long one took: waited by who made it, and worked by the server's process, what it told included */
async function changes(
  load: LoadGenerator,
  { durationMs, warmUpMs }: Options,
  { workspaceId, selectedIds, accessToken }: Fixture,
  { port, pid }: Started,
) {
  const requests = ["high", "low"].flatMap((priority) =>
    selectedIds.map((id): LoadRequest => ({
      method: "PATCH",
      path: `/api/v1/workspaces/${workspaceId}/tasks/${id}`,
      headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
      body: JSON.stringify({ priority }),
    }))
  );
  const before = await workedMs(pid);
  const done = await load.run({
    ...{ port, connections: 1, expect: 200, durationMs, warmUpMs: 0, requests },
  });
  const worked = await workedMs(pid) - before;
  await new Promise((resolve) => setTimeout(resolve, warmUpMs));
  return {
    waited: median(done.latencies),
    worked: worked / done.requests,
    errors: done.errors,
  };
}

/** How long a process has had a processor, in milliseconds. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export async function workedMs(pid: number): Promise<number> {
  const fields = (await Deno.readTextFile(`/proc/${pid}/stat`)).split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
