import assert from "node:assert/strict";
import { until } from "../../support/limits.ts";
import { binary } from "../support/lines.ts";
import { type Machine, makeMachine, rowsOf } from "../support/operator.ts";

const ROWS = 500;

/** A machine with a demo, and a table with so much text that the database file grows before the import ends. */
async function machineWithTable(): Promise<{ machine: Machine; words: string[] }> {
  const machine = await makeMachine();
  await machine.seed(20);
  const [workspace] = await rowsOf<{ id: string }>(
    machine.database,
    "select id from workspaces where name like 'Sundline%'",
  );
  const file = `${machine.folder}/issues.csv`;
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `${n},Task ${n},${`said of ${n} `.repeat(1500)},${n + 1},Comment ${n}`,
  );
  await Deno.writeTextFile(file, `id,title,description,blocks,comment\n${rows.join("\n")}\n`);
  const words = ["import", file, "--from", "csv", "--workspace", workspace!.id, "--team", "OPS"];
  return { machine, words };
}

async function counted(machine: Machine) {
  const tables = ["tasks", "comments", "imported_tasks", "task_relations", "search_documents"];
  const [counts] = await rowsOf<Record<string, number>>(
    machine.database,
    `select ${tables.map((name) => `(select count(*) from ${name}) as ${name}`).join(", ")}`,
  );
  return counts!;
}

function bytesOf(path: string): number {
  try {
    return Deno.statSync(path).size;
  } catch {
    return 0;
  }
}

/** Starts an import, and waits until it is in the middle of writing. */
async function underWay(machine: Machine, words: string[]): Promise<Deno.ChildProcess> {
  const before = bytesOf(machine.database);
  const child = new Deno.Command(binary.program, {
    args: [...binary.words, ...words],
    env: { BACKLOG_DATABASE_URL: `file:${machine.database}`, BACKLOG_LOG: "none" },
    stdout: "null",
    stderr: "null",
  }).spawn();
  const written = () =>
    ["", "-wal", "-journal"].reduce((sum, end) => sum + bytesOf(machine.database + end), 0);
  await until(
    `The first megabyte of "${words.join(" ")}"`,
    () => written() >= before + 1_000_000,
  ).catch((error) => {
    child.kill("SIGKILL");
    throw error;
  });
  return child;
}

Deno.test("a killed import leaves no records, and the next one is complete", async () => {
  const { machine, words } = await machineWithTable();
  await using _ = machine;
  const before = await counted(machine);
  for (const signal of ["SIGKILL", "SIGTERM"] as const) {
    const child = await underWay(machine, words);
    child.kill(signal);
    assert.equal((await child.status).success, false, signal);
    assert.deepEqual(await counted(machine), before, signal);
  }
  const { code, stdout, stderr } = await machine.run(words);
  assert.equal(code, 0, stderr);
  const { made } = JSON.parse(stdout);
  assert.deepEqual([made.tasks, made.comments, made.relations], [ROWS, ROWS, ROWS - 1]);
  assert.equal((await counted(machine)).tasks, before.tasks! + ROWS);
  const { stdout: health } = await machine.run(["doctor"], { env: { BACKLOG_PORT: "9" } });
  assert.equal(JSON.parse(health).healthy, true, health);
});

Deno.test("of two simultaneous imports, one imports everything, and the other is refused or finds it there", async () => {
  const { machine, words } = await machineWithTable();
  await using _ = machine;
  const before = await counted(machine);
  const first = await underWay(machine, words);
  const { code, stdout, stderr } = await machine.run(words);
  if (code === 0) {
    assert.deepEqual([JSON.parse(stdout).made.tasks, JSON.parse(stdout).here], [0, ROWS]);
  } else assert.match(stderr, /^[^\n]*(is in use|database locked)[^\n]*\.\n$/);
  assert.equal((await first.status).success, true);
  assert.equal((await counted(machine)).tasks, before.tasks! + ROWS);
});
