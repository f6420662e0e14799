import assert from "node:assert/strict";
import { ask, signUpRemotely } from "../remote_person.ts";
import { startServer } from "../server.ts";
import { compare, type Durability, taskIds } from "./compare.ts";

const WRITERS = 16;

/**
 * Writes through two servers on the same file at once.
 * @param count the number of tasks
 */
export async function writeThroughTwo(databaseUrl: string, count: number): Promise<Durability> {
  const settings = { BACKLOG_DATABASE_URL: databaseUrl };
  await using one = await startServer(settings);
  await using other = await startServer(settings);
  const person = await signUpRemotely(one, "ada@example.com");
  const { token, workspaceId, teamId } = person;
  const acknowledged: string[] = [];
  let begun = 0;
  const writer = async (url: string) => {
    while (begun < count) {
      const body = { title: `Written ${begun++}`, teamId };
      const answer = await ask(url, `POST /workspaces/${workspaceId}/tasks`, { token, body });
      assert.equal(answer.status, 201);
      acknowledged.push(answer.body.task.id);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => writer([one, other][n % 2]!.url)));
  const kept = await Promise.all([one, other].map(({ url }) => taskIds(url, person)));
  assert.deepEqual(kept[0]!.toSorted(), kept[1]!.toSorted(), "both see the same");
  return compare(acknowledged, kept[0]!);
}
