import assert from "node:assert/strict";
import { type Machine, rowsOf } from "../../cli/support/operator.ts";
import { until } from "../limits.ts";
import { ask, signUpRemotely } from "../remote_person.ts";
import { startServer } from "../server.ts";
import { compare, type Durability } from "./compare.ts";

/**
 * Makes copies of a database while a server writes to it.
 * @param apart the number of tasks to create before each copy
 * @returns each copy's file, and whether it contains the tasks acknowledged before the copy started
 */
export async function backUpUnderWriters(
  machine: Machine,
  apart: readonly number[],
): Promise<(Durability & { copy: string })[]> {
  await using server = await startServer({ BACKLOG_DATABASE_URL: `file:${machine.database}` });
  const { token, workspaceId, teamId } = await signUpRemotely(server, "ada@example.com");
  const answered: string[] = [];
  let writing = true;
  const write = async () => {
    const task = { title: "Written meanwhile", teamId, tags: ["Bug"] };
    const path = `POST /workspaces/${workspaceId}/tasks`;
    const { status, body } = await ask(server.url, path, { token, body: task });
    assert.equal(status, 201);
    answered.push(body.task.id);
  };
  const keepWriting = async () => {
    while (writing) await write();
  };
  const writers = [keepWriting(), keepWriting(), keepWriting()];
  const made: { copy: string; before: string[] }[] = [];
  try {
    for (const [n, more] of apart.entries()) {
      const enough = answered.length + more;
      await until(`The answer to write ${enough}`, () => answered.length >= enough);
      const before = [...answered];
      const copy = `${machine.folder}/copy${n}.db`;
      const { code, stderr } = await machine.run(["backup", copy]);
      assert.equal(code, 0, stderr);
      made.push({ copy, before });
    }
  } finally {
    writing = false;
    await Promise.all(writers);
  }
  return await Promise.all(made.map(async ({ copy, before }) => {
    const kept = await rowsOf<{ id: string }>(copy, "select id from tasks");
    return { copy, ...compare(before, kept.map(({ id }) => id)) };
  }));
}
