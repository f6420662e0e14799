import assert from "node:assert/strict";
import { sql } from "kysely";
import { openLocal } from "../../../server/database/local.ts";
import { openDatabase } from "../../../server/database/open.ts";
import { spawnBacklog, startServer } from "../../support/server.ts";
import { change, type Machine, makeMachine } from "../support/operator.ts";
import type { Outcome } from "../support/lines.ts";

/** Root without permission to bypass file permissions. Other users don't have it anyway. */
const obedient = Deno.uid() === 0
  ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
  : [];

/** Runs a function while another process is writing. */
async function whileLocked(machine: Machine, work: () => Promise<void>) {
  const other = openLocal(`file:${machine.database}`);
  const transaction = await other.begin();
  try {
    await work();
  } finally {
    await transaction.rollback();
    other.close();
  }
}

/** Creates a database without migrations. */
async function makeEmpty(machine: Machine) {
  await (await openDatabase(`file:${machine.database}`)).close();
}

/** Leaves the database like a killed process does, with a write-ahead log. Returns its files. */
async function leftOpen(machine: Machine): Promise<string[]> {
  const endings = ["", "-wal", "-shm"];
  const original = `${machine.folder}/original.db`;
  const database = await openDatabase(`file:${original}`);
  await database.write(async (tx) => {
    await sql`create table notes (text text)`.execute(tx);
    await sql`drop table notes`.execute(tx);
  });
  for (const ending of endings) Deno.copyFileSync(original + ending, machine.database + ending);
  await database.close();
  return endings.map((ending) => machine.database + ending);
}

function tellsOneSentence({ code, stdout, stderr }: Outcome, says: RegExp) {
  assert.deepEqual([code, stdout], [1, ""]);
  assert.match(stderr, /^[^\n]+\.\n$/);
  assert.match(stderr, says);
}

const locked =
  /^Another process has locked the database\. Wait for that process, or stop it, and try again\.$/m;

Deno.test("backup, and doctor without repairs, run while another process writes", async () => {
  await using machine = await makeMachine();
  await machine.seed(5);
  await whileLocked(machine, async () => {
    assert.equal((await machine.run(["backup", `${machine.folder}/copy.db`])).code, 0);
    const { code, stdout, stderr } = await machine.run(["doctor"]);
    assert.deepEqual([code, stderr, JSON.parse(stdout).healthy], [0, "", true]);
  });
});

Deno.test("commands that write wait a limited time for another process, then report it in one sentence", async () => {
  await using machine = await makeMachine();
  await makeEmpty(machine);
  await whileLocked(machine, async () => {
    tellsOneSentence(await machine.run(["migrate"]), locked);
  });
  await using whole = await makeMachine();
  await whole.seed(5);
  await change(whole.database, "update teams set task_count = task_count + 1");
  await whileLocked(whole, async () => {
    const { code, stdout, stderr } = await whole.run(["doctor", "--fix"]);
    assert.equal(code, 1);
    assert.match(stderr, /^[^\n]+\.\n$/);
    const { detail } = JSON.parse(stdout).findings.at(-1);
    assert.match(detail, locked);
    assert.doesNotMatch(stdout + stderr, /restore a backup|BACKLOG_DATABASE_URL/);
  });
  assert.equal((await whole.run(["doctor", "--fix"])).code, 0);
});

Deno.test("if a read-only disk prevents migrations, a start prints one sentence, and they run later", async () => {
  await using machine = await makeMachine();
  const files = await leftOpen(machine);
  const settings = { BACKLOG_DATABASE_URL: `file:${machine.database}`, BACKLOG_PORT: "0" };
  const quiet = { ...settings, BACKLOG_LOG: "none" };
  const start = async (words: string[]): Promise<Outcome> => {
    const { code, stdout, stderr } = await spawnBacklog(words, quiet, obedient).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { code, stdout: text(stdout), stderr: text(stderr) };
  };
  for (const file of files) Deno.chmodSync(file, 0o444);
  Deno.chmodSync(machine.folder, 0o555);
  try {
    for (const words of [["migrate"], ["serve"]]) {
      tellsOneSentence(
        await start(words),
        /^The database isn't writable: the database is read-only\. Change the owner/,
      );
    }
  } finally {
    Deno.chmodSync(machine.folder, 0o755);
    for (const file of files) Deno.chmodSync(file, 0o644);
  }
  await using server = await startServer(settings);
  assert.equal((await fetch(`${server.url}/health`)).status, 200);
});
