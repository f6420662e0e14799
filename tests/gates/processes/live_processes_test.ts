import assert from "node:assert/strict";
import { temporaryFolder } from "../../support/folder.ts";
import { startLibsqlServer } from "../../support/libsql_server.ts";
import { type LiveStream, readLiveStream } from "../../support/listening.ts";
import { startServer, type TestServer } from "../../support/server.ts";

/** The time limit for learning of another process's commit, however slow the machine is. The goal is a second. */
const PATIENCE_MS = 10_000;

Deno.test("two processes that share a file send each other's changes", async () => {
  await using folder = await temporaryFolder();
  await eachTellsTheOther(`file:${folder.file("backlog.db")}`);
});

Deno.test("two processes that share a libSQL server send each other's changes", async () => {
  await using folder = await temporaryFolder();
  await using libsql = startLibsqlServer(folder.file("remote.db"));
  await eachTellsTheOther(libsql.url);
});

async function eachTellsTheOther(databaseUrl: string): Promise<void> {
  const settings = { BACKLOG_DATABASE_URL: databaseUrl, BACKLOG_SIGNUP: "open" };
  await using one = await startServer(settings);
  const browser = await signUp(one);
  await using other = await startServer(settings);
  for (const [writer, listener] of [[one, other], [other, one]] as const) {
    await using stream = await listenAt(listener, browser);
    await send(writer, "/workspace/tasks", browser, { title: "Mend", teamId: "ENG" });
    assert.ok((await soon(stream)).includes("tasks"));
    await send(writer, "/workspace/settings/preferences", browser, {
      theme: writer === one ? "dark" : "light",
    });
    assert.ok((await soon(stream)).includes("preferences"));
  }
}

/** Returns the next topics. */
async function soon(stream: LiveStream): Promise<string[]> {
  for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS;) {
    const topics = await stream.topics();
    if (topics.length > 0) return topics;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return [];
}

async function listenAt(server: TestServer, cookie: string): Promise<LiveStream> {
  const answer = await fetch(`${server.url}/workspace/live`, { headers: { cookie } });
  assert.equal(answer.status, 200);
  return readLiveStream(answer.body!, () => Promise.resolve());
}

/** Sends a form like a page. */
async function send(
  server: TestServer,
  path: string,
  cookie: string,
  form: Record<string, string>,
): Promise<Response> {
  const answer = await fetch(`${server.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: server.url },
    body: new URLSearchParams(form),
  });
  await answer.body?.cancel();
  assert.equal(answer.status, 303, path);
  return answer;
}

/** Signs a person up in a browser, and creates a workspace. @returns the browser's cookie */
async function signUp(server: TestServer): Promise<string> {
  const email = "ada@example.com";
  await send(server, "/auth/signup", "", { email, name: "Ada" });
  const code = await server.codeFor(email);
  const verified = await send(server, "/auth/verify", "", { email, purpose: "signup", code });
  const cookie = /^[^;]+/.exec(verified.headers.get("set-cookie") ?? "")![0];
  await send(server, "/onboarding", cookie, {
    name: "Acme",
    teamName: "Engineering",
    teamKey: "ENG",
  });
  return cookie;
}

Deno.test("a stopping server announces the stop on its streams and waits for none of them", async () => {
  await using folder = await temporaryFolder();
  const server = await startServer({
    BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}`,
    BACKLOG_SIGNUP: "open",
  });
  await using stream = await listenAt(server, await signUp(server));
  assert.equal(await server.stop(), 0);
  assert.deepEqual((await stream.heard()).map(({ event }) => event), ["stopped"]);
  assert.ok(stream.ended());
});
