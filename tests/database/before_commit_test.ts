import assert from "node:assert/strict";
import { sql } from "kysely";
import type { LastWork } from "../../server/database/queue.ts";
import { notes, notesDatabase } from "../support/database.ts";

/** A note of what was left: one for each time that this work is done. */
const noteAll: LastWork = async (tx, items) => {
  await sql`insert into notes (text) values (${`last: ${items.join(", ")}`})`.execute(tx);
};

const refuse: LastWork = async (tx, items) => {
  await noteAll(tx, items);
  throw new Error("not that");
};

Deno.test("deferred work runs once per commit, each item once, after all writes", async () => {
  await using open = await notesDatabase();
  await Promise.all(["b", "a", "b"].map((item) =>
    open.database.write(async (tx, beforeCommit) => {
      beforeCommit(noteAll, item);
      await sql`insert into notes (text) values (${item})`.execute(tx);
    })
  ));
  assert.deepEqual(await notes(open.database), ["b", "a", "b", "last: b, a"]);
  await open.database.write((tx) => sql`insert into notes (text) values ('c')`.execute(tx));
  assert.deepEqual((await notes(open.database)).slice(4), ["c"], "nothing is done again");
});

Deno.test("deferred work that fails rolls back only its own write", async () => {
  await using open = await notesDatabase();
  const write = (text: string, last: LastWork) =>
    open.database.write(async (tx, beforeCommit) => {
      beforeCommit(last, text);
      await sql`insert into notes (text) values (${text})`.execute(tx);
    });
  const outcomes = await Promise.allSettled([
    write("first", noteAll),
    write("refused", refuse),
    write("second", noteAll),
  ]);
  assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
  assert.deepEqual(await notes(open.database), [
    "first",
    "last: first",
    "second",
    "last: second",
  ]);
  await assert.rejects(write("alone", refuse), /not that/);
  assert.equal((await notes(open.database)).length, 4);
});

Deno.test("deferred work of a rolled-back write doesn't run", async () => {
  await using open = await notesDatabase();
  const half = () =>
    open.database.write(async (tx, beforeCommit) => {
      beforeCommit(noteAll, "half");
      await sql`insert into notes (text) values ('half')`.execute(tx);
      throw new Error("half done");
    });
  await assert.rejects(half(), /half done/);
  const outcomes = await Promise.allSettled([
    half(),
    open.database.write((tx) => sql`insert into notes (text) values ('whole')`.execute(tx)),
  ]);
  assert.deepEqual(outcomes.map(({ status }) => status), ["rejected", "fulfilled"]);
  assert.deepEqual(await notes(open.database), ["whole"]);
});
