import assert from "node:assert/strict";
import { ask, type RemotePerson, signUpRemotely } from "../remote_person.ts";
import { startServer } from "../server.ts";
import { compare, type Durability, taskIds } from "./compare.ts";

const WRITERS = 16;

/**
 * Repeatedly kills a server under many writers and restarts it on the same file.
 * @param killAfter for each kill, the number of writes to acknowledge before it
 */
export async function killUnderWriters(
  databaseUrl: string,
  killAfter: readonly number[],
): Promise<Durability> {
  const settings = { BACKLOG_DATABASE_URL: databaseUrl };
  let server = await startServer(settings);
  const person = await signUpRemotely(server, "ada@example.com");
  const acknowledged: string[] = [];
  const lost = new Set<string>();
  for (const [round, count] of killAfter.entries()) {
    acknowledged.push(...await writeUntilKilled(server.url, person, count, server.kill));
    server = await startServer(settings);
    const kept = await taskIds(server.url, person);
    for (const id of compare(acknowledged, kept).lost) lost.add(id);
    const most = acknowledged.length + WRITERS * (round + 1);
    assert.ok(acknowledged.length >= count && kept.length <= most, `${kept.length} are there`);
  }
  assert.equal(await server.stop(), 0);
  return { acknowledged, lost: [...lost] };
}

/**
 * Writes over many connections at once until the server is killed.
 * @param kill called once, after the given number of writes was acknowledged
 * @returns the IDs that were acknowledged
 */
async function writeUntilKilled(
  url: string,
  { token, workspaceId, teamId }: RemotePerson,
  killAfter: number,
  kill: () => Promise<void>,
): Promise<string[]> {
  const answered: string[] = [];
  let killed: Promise<void> | undefined;
  const writer = async (writerNumber: number) => {
    for (let n = 0;; n++) {
      const task = { title: `Written ${writerNumber}-${n}`, teamId, tags: ["Bug"] };
      const path = `POST /workspaces/${workspaceId}/tasks`;
      const { status, body } = await ask(url, path, { token, body: task });
      assert.equal(status, 201);
      answered.push(body.task.id);
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
