import assert from "node:assert/strict";
import { temporaryFolder } from "../../support/folder.ts";
import { writeThroughTwo } from "../../support/durability/two_processes.ts";
import { ask, type RemotePerson, signUpRemotely } from "../../support/remote_person.ts";
import { startServer } from "../../support/server.ts";

type Answers = Awaited<ReturnType<typeof ask>>[];

/** Starts two servers on one file, signs a person in, and runs races. */
async function raceProcesses(
  run: (urls: [string, string], person: RemotePerson) => Promise<void>,
): Promise<void> {
  await using folder = await temporaryFolder();
  const settings = {
    BACKLOG_DATABASE_URL: `file:${folder.file("data.db")}`,
    BACKLOG_SIGNUP: "open",
  };
  await using one = await startServer(settings);
  await using other = await startServer(settings);
  await run([one.url, other.url], await signUpRemotely(one, "ada@example.com"));
}

/** Sends requests to both servers alternately, all at once. */
function fromBoth(
  urls: [string, string],
  n: number,
  ask: (url: string, n: number) => Promise<Answers[number]>,
) {
  return Promise.all(Array.from({ length: n }, (_, index) => ask(urls[index % 2]!, index)));
}

function tally(answers: Answers): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

Deno.test("two processes on one file create one label per name, one task per number, and one valid token pair", () =>
  raceProcesses(async (urls, { token, workspaceId, teamId }) => {
    const path = `/workspaces/${workspaceId}`;
    const labels = await fromBoth(
      urls,
      8,
      (url) => ask(url, `POST ${path}/labels`, { token, body: { name: "Rust" } }),
    );
    assert.deepEqual(tally(labels), { 201: 1, 409: 7 });

    const tasks = await fromBoth(
      urls,
      60,
      (url, n) => ask(url, `POST ${path}/tasks`, { token, body: { title: `Gate ${n}`, teamId } }),
    );
    assert.deepEqual(tally(tasks), { 201: 60 });
    const numbers = tasks.map(({ body }) => body.task.number as number).toSorted((a, b) => a - b);
    assert.deepEqual(numbers, Array.from({ length: 60 }, (_, n) => n + 1));

    // The other process gets requests without pauses, so that its cache is fresh when the session ends
    let over = false;
    const late: Promise<number>[] = [];
    const statusOf = async () => (await ask(urls[1], "GET /me", { token })).status;
    const asking = async () => {
      while (late.length < 20) {
        const asked = statusOf();
        if (over) late.push(asked);
        await asked;
      }
    };
    const callers = [asking(), asking(), asking()];
    const revoked = await ask(urls[0], "POST /auth/revoke", { token, body: {} });
    over = true;
    assert.equal(revoked.status, 200);
    await Promise.all(callers);
    assert.deepEqual(new Set(await Promise.all(late)), new Set([401]));
  }));

Deno.test("two processes that write to one file at the same time lose no acknowledged write", async () => {
  await using folder = await temporaryFolder();
  const found = await writeThroughTwo(`file:${folder.file("data.db")}`, 120);
  assert.deepEqual([found.acknowledged.length, found.lost], [120, []]);
});

Deno.test("a client's version is current until another process changes the record", () =>
  raceProcesses(async (urls, { token, workspaceId, teamId }) => {
    const tasks = `/workspaces/${workspaceId}/tasks`;
    const made = await ask(urls[0], `POST ${tasks}`, { token, body: { title: "Gate", teamId } });
    const path = `${tasks}/${made.body.task.id}`;
    const read = async (held: string) => {
      const headers = { authorization: `Bearer ${token}`, "if-none-match": held };
      const answer = await fetch(`${urls[1]}/api/v1${path}`, { headers });
      await answer.body?.cancel();
      return { status: answer.status, etag: answer.headers.get("etag")! };
    };
    let { etag } = await read("");
    for (const title of ["Gate, mended", "Gate, painted", "Gate, oiled"]) {
      assert.deepEqual([await read(etag), await read(etag)], Array(2).fill({ status: 304, etag }));
      const changed = await ask(urls[0], `PATCH ${path}`, { token, body: { title } });
      assert.equal(changed.status, 200);
      const { status, etag: newest } = await read(etag);
      assert.deepEqual([status, newest === etag], [200, false]);
      etag = newest;
    }
  }));
