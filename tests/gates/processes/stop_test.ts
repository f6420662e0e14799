import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../../../server/database/open.ts";
import { membersPath } from "../../../views/people_paths.ts";
import { onboardingPath, signUpPath, verifyPath } from "../../../views/paths.ts";
import { teamPath } from "../../../views/team_paths.ts";
import { temporaryFolder } from "../../support/folder.ts";
import type { Visited } from "../../support/house_server.ts";
import { RawConnection } from "../../support/raw_connection.ts";
import { ask, type RemotePerson, signUpRemotely } from "../../support/remote_person.ts";
import { startServer } from "../../support/server.ts";

const READERS = 16;
const WRITERS = 8;

interface Sent {
  /** The title of the task that it creates, or undefined for a read. */
  title?: string;
  /** Whether the whole request was sent before the server was told to stop. */
  early: boolean;
  /** The status of its response, or undefined if the connection ended without one. */
  status?: number;
  /** Whether the response announced the end of the connection. */
  last?: boolean;
}

/** Sends requests one after another over a persistent connection until it ends. */
async function keepAsking(
  port: number,
  make: (n: number) => { text: string; title?: string },
  isStopping: () => boolean,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  using connection = await RawConnection.open(port);
  for (let n = 0;; n++) {
    const { text, title } = make(n);
    const one: Sent = { ...(title && { title }), early: !isStopping() };
    sent.push(one);
    try {
      const [answer] = await connection.exchange([{ text, head: false }]);
      Object.assign(one, { status: answer!.status, last: answer!.last });
      if (answer!.last) return sent;
    } catch {
      return sent;
    }
  }
}

function reading({ token }: RemotePerson): string {
  return `GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`;
}

function creating({ token, workspaceId, teamId }: RemotePerson, title: string): string {
  const body = JSON.stringify({ title, teamId });
  return `POST /api/v1/workspaces/${workspaceId}/tasks HTTP/1.1\r\nHost: localhost\r\n` +
    `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${body.length}\r\n\r\n${body}`;
}

Deno.test("a server stopped under load answers pending requests and keeps every acknowledged write", async () => {
  await using folder = await temporaryFolder();
  const settings = { BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}` };
  const server = await startServer(settings);
  const person = await signUpRemotely(server, "ada@example.com");
  const port = Number(new URL(server.url).port);
  let stopping = false;
  let tried = 0;
  // Independent of the machine's speed, because each client waits for a response before its next request
  const underWay = Promise.withResolvers<void>();
  const asking = [
    ...Array.from(
      { length: READERS },
      () => keepAsking(port, () => ({ text: reading(person) }), () => stopping),
    ),
    ...Array.from({ length: WRITERS }, (_, writer) =>
      keepAsking(port, (n) => {
        const title = `Written ${writer}-${n}`;
        if (++tried > 3 * WRITERS) underWay.resolve();
        return { text: creating(person, title), title };
      }, () => stopping)),
  ];
  await Promise.all([underWay.promise, new Promise((resolve) => setTimeout(resolve, 500))]);
  stopping = true;
  assert.equal(await server.stop(), 0);
  const connections = await Promise.all(asking);
  const sent = connections.flat();
  const dropped = sent.filter(({ early, status }) => early && status === undefined);
  assert.deepEqual(dropped, [], "sent before the stop, and never answered");
  assert.ok(sent.every(({ status }) => status === undefined || status === 200 || status === 201));
  assert.ok(connections.some((all) => all.at(-1)!.last), "clients are told to go elsewhere");

  await using next = await startServer(settings);
  const answered = sent.filter(({ title, status }) => title && status === 201);
  assert.ok(answered.length > WRITERS, `${answered.length} were answered`);
  const again = await ask(next.url, `POST /workspaces/${person.workspaceId}/tasks`, {
    token: person.token,
    body: { title: "Sent elsewhere", teamId: person.teamId },
  });
  assert.equal(again.status, 201);
  const database = await openDatabase(settings.BACKLOG_DATABASE_URL);
  const { rows } = await sql<{ title: string }>`select title from tasks`.execute(database.read);
  await database.close();
  const kept = new Set(rows.map(({ title }) => title));
  assert.deepEqual(answered.filter(({ title }) => !kept.has(title!)), [], "answered, then lost");
});

Deno.test("a stopping server stores opened records, and a killed one loses those of the last seconds", async () => {
  await using folder = await temporaryFolder();
  const settings = { BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}` };
  const opened = async () => {
    const database = await openDatabase(settings.BACKLOG_DATABASE_URL);
    const { rows } = await sql<{ kind: string }>`select kind from recents`.execute(database.read);
    await database.close();
    return rows.map(({ kind }) => kind);
  };
  const server = await startServer(settings);
  const cookie = await enterByForms(server);
  const come = async (url: string, path: string) => {
    const answer = await fetch(url + path, { headers: { cookie }, redirect: "manual" });
    assert.equal(answer.status, 200, path);
    return await answer.text();
  };
  await come(server.url, teamPath("ENG"));
  assert.deepEqual(await opened(), []);
  assert.equal(await server.stop(), 0);
  assert.deepEqual(await opened(), ["team"]);
  const next = await startServer(settings);
  const [, path] = /href="(\/workspace\/members\/prof_\w+)"/.exec(
    await come(next.url, membersPath),
  )!;
  await come(next.url, path!);
  await next.kill();
  assert.deepEqual(await opened(), ["team"]);
  await using last = await startServer(settings);
  await come(last.url, path!);
});

/** Signs a person up and creates a workspace, like a page without scripts. @returns the person's cookies */
async function enterByForms(server: Visited): Promise<string> {
  let cookie = "";
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(server.url + path, {
      method: "POST",
      redirect: "manual",
      headers: { origin: server.url, cookie },
      body: new URLSearchParams(fields),
    });
    assert.equal(answer.status, 303, path);
    await answer.body?.cancel();
    const given = answer.headers.getSetCookie().find((one) => one.startsWith("backlog="));
    cookie = given?.split(";")[0] ?? cookie;
  };
  const [email, purpose] = ["ada@example.com", "signup"];
  await send(signUpPath, { email });
  await send(verifyPath, { email, purpose, code: await server.codeFor(email) });
  await send(onboardingPath, {
    yourName: "Ada",
    name: "Acme",
    teamName: "Engineering",
    teamKey: "ENG",
  });
  return cookie;
}
