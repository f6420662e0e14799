import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../server/database/open.ts";
import { temporaryFolder } from "./support/folder.ts";
import { ask, type RemotePerson, settleIn } from "./support/remote_person.ts";
import { startServer } from "./support/server.ts";

const WRITERS = 16;

/**
 * Writes from many connections at once until the server is killed under them.
 * @param kill is called once when that many writes were answered
 * @returns the titles whose creation was answered
 */
async function writeUntilKilled(
  url: string,
  person: RemotePerson,
  prefix: string,
  killAfter: number,
  kill: () => Promise<void>,
): Promise<string[]> {
  const answered: string[] = [];
  let killed: Promise<void> | undefined;
  const writer = async (writerNumber: number) => {
    for (let n = 0;; n++) {
      const title = `${prefix} ${writerNumber}-${n}`;
      const { status } = await ask(url, `POST /workspaces/${person.workspaceId}/tasks`, {
        token: person.token,
        body: { title, teamId: person.teamId, tags: ["Bug"] },
      });
      assert.equal(status, 201);
      answered.push(title);
      if (answered.length >= killAfter) killed ??= kill();
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, n) => writer(n));
  for (const { reason } of await Promise.allSettled(writers) as PromiseRejectedResult[]) {
    assert.ok(reason instanceof TypeError, `a writer ended of something else: ${reason}`);
  }
  await killed;
  return answered;
}

async function allTitles(url: string, { token, workspaceId }: RemotePerson): Promise<string[]> {
  const titles: string[] = [];
  let cursor = "";
  do {
    const { body } = await ask(
      url,
      `GET /workspaces/${workspaceId}/tasks?limit=250&sort=createdAt${cursor}`,
      { token },
    );
    titles.push(...body.tasks.map((task: { title: string }) => task.title));
    cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
  } while (cursor);
  return titles;
}

/** What must hold of a file whatever happened to its process. */
async function requireSound(databaseUrl: string) {
  const database = await openDatabase(databaseUrl);
  const one = async (query: string) =>
    Object.values((await sql.raw<Record<string, unknown>>(query).execute(database.read)).rows[0]!);
  assert.deepEqual(await one("pragma integrity_check"), ["ok"]);
  const orphans = await sql`pragma foreign_key_check`.execute(database.read);
  assert.deepEqual(orphans.rows, []);
  const [tasks, last, next] = await one(
    "select count(*), max(number), (select next_number - 1 from teams) from tasks",
  );
  assert.deepEqual([last, next], [tasks, tasks], "a number was lost or given twice");
  const [made, documents, labels, counted] = await one(`select
    (select count(*) from activity where kind = 'task.created'),
    (select count(*) from search_documents where kind = 'task'), (select count(*) from task_label_links),
    (select sum(task_count) from teams)`);
  assert.deepEqual([made, documents, labels, counted], [tasks, tasks, tasks, tasks]);
  await database.close();
}

Deno.test("kill -9 under 16 concurrent writers loses no answered write, again and again", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  const settings = { BACKLOG_DATABASE_URL: databaseUrl };
  let server = await startServer(settings);
  const person = await settleIn(server, "ada@example.com");
  const answered: string[] = [];
  for (const [round, killAfter] of [37, 150, 400].entries()) {
    answered.push(
      ...await writeUntilKilled(server.url, person, `Round ${round}`, killAfter, server.kill),
    );
    server = await startServer(settings);
    const kept = new Set(await allTitles(server.url, person));
    assert.deepEqual(answered.filter((title) => !kept.has(title)), [], "answered, then lost");
    assert.ok(answered.length >= killAfter && kept.size <= answered.length + WRITERS * (round + 1));
  }
  assert.equal(await server.stop(), 0);
  await requireSound(databaseUrl);
  console.log(`kill -9 under ${WRITERS} writers: acknowledged ${answered.length}, lost 0`);
});
