import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { migrations } from "../../../migrations/index.ts";
import { SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import { limited } from "../../support/outages/disk.ts";
import { startServer } from "../../support/server.ts";
import { binary, runLine } from "../support/lines.ts";
import { change, type Machine, makeMachine, makeOlder, rowsOf } from "../support/operator.ts";

const kept = "backlog.db.before-restore-";

/** Creates a database with 3 tasks, and a backup of another one with 5. */
async function makeBoth(machine: Machine): Promise<string> {
  await machine.seed(3);
  const other = `${machine.folder}/other.db`;
  await machine.seed(5, other);
  const backup = `${machine.folder}/copy.db`;
  assert.equal((await machine.run(["backup", backup], { on: other })).code, 0);
  return backup;
}

async function tasksIn(file: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(file, "select count(*) as n from tasks");
  assert.deepEqual(await rowsOf(file, "pragma integrity_check"), [{ integrity_check: "ok" }]);
  return row!.n;
}

Deno.test("a backup can be restored without a database, or over an empty one", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  for (const place of ["far/away/new.db", "empty.db"]) {
    const on = `${machine.folder}/${place}`;
    if (place === "empty.db") await machine.run(["migrate"], { on });
    const { code, stdout, stderr } = await machine.run(["restore", backup], { on });
    assert.equal(code, 0, stderr);
    assert.deepEqual(JSON.parse(stdout), {
      database: on,
      keptAs: null,
      ran: [],
      schemaVersion: SCHEMA_VERSION,
      workspaces: 2,
      people: 13,
      tasks: 5,
    });
    assert.equal(await tasksIn(on), 5);
  }
  assert.deepEqual(machine.names(kept), []);
});

Deno.test("writes after a restore never reuse versions of writes after the backup", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  const versions = "select w.revision, w.version as workspace, " +
    "(select max(version) from tasks) as task, (select max(version) from profiles) as profile " +
    "from workspaces w";
  const [before] = await rowsOf<Record<string, number>>(backup, versions);
  assert.equal((await machine.run(["restore", "--force", backup])).code, 0);
  const [after] = await rowsOf<Record<string, number>>(machine.database, versions);
  for (const [name, version] of Object.entries(before!)) {
    assert.ok(after![name]! > version + 1_000_000, `${name}: ${version}, then ${after![name]}`);
  }
});

Deno.test("data is replaced only with --force, and is kept completely, including its log", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  assert.ok(machine.names("backlog.db").includes("backlog.db-wal"), "nothing was in a log");
  const refused = await machine.run(["restore", backup]);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /contains data\. Use --force .*\.\n$/);
  assert.equal(await tasksIn(machine.database), 3);
  const done = await machine.run(["restore", "--force", backup]);
  assert.equal(done.code, 0, done.stderr);
  const [name, ...more] = machine.names(kept);
  assert.deepEqual(more, []);
  assert.equal(JSON.parse(done.stdout).keptAs, `${machine.folder}/${name}`);
  assert.deepEqual(machine.names("backlog.db"), ["backlog.db", name]);
  assert.equal(await tasksIn(machine.database), 5);
  assert.equal(await tasksIn(`${machine.folder}/${name}`), 3);
  await using server = await startServer({ BACKLOG_DATABASE_URL: `file:${machine.database}` });
  assert.equal((await fetch(`${server.url}/health`)).status, 200);
});

Deno.test("a restored database has the permissions and owner of the previous one", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  const owner = Deno.uid() === 0 ? 65_534 : Deno.uid()!;
  for (const mode of [0o600, 0o640, 0o660]) {
    Deno.chownSync(machine.database, owner, null);
    Deno.chmodSync(machine.database, mode);
    const { code, stderr } = await machine.run(["restore", "--force", backup]);
    assert.equal(code, 0, stderr);
    const after = Deno.statSync(machine.database);
    assert.deepEqual([after.mode! & 0o777, after.uid], [mode, owner]);
    for (const name of machine.names(kept)) Deno.removeSync(`${machine.folder}/${name}`);
  }
  const on = `${machine.folder}/new.db`;
  assert.equal((await machine.run(["restore", backup], { on })).code, 0);
  assert.equal(Deno.statSync(on).mode! & 0o777, 0o600);
});

Deno.test("a restore is refused while a server runs, even with --force, and works after the server died", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  const server = await startServer({ BACKLOG_DATABASE_URL: `file:${machine.database}` });
  for (const words of [["restore", backup], ["restore", "--force", backup]]) {
    const { code, stderr } = await machine.run(words);
    assert.equal(code, 1);
    assert.match(stderr, /^.*backlog\.db is in use\. Stop the server first\.\n$/);
  }
  assert.equal((await fetch(`${server.url}/health`)).status, 200);
  await server.kill();
  assert.equal((await machine.run(["restore", "--force", backup])).code, 0);
  assert.equal(await tasksIn(machine.database), 5);
});

Deno.test("a restore that is killed at any step leaves the complete old or new database", async () => {
  const dying = fileURLToPath(new URL("../support/restore_and_die.ts", import.meta.url));
  const outcomes: [step: string, tasks: number, kept: number][] = [
    ["checking", 3, 0],
    ["migrating", 3, 0],
    ["keeping", 3, 0],
    ["replacing", 3, 1],
    ["done", 5, 1],
  ];
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  const before = `${machine.folder}/before.db`;
  await machine.run(["backup", before]);
  await machine.run(["restore", "--force", before]);
  for (const [step, tasks, keptFiles] of outcomes) {
    for (const name of machine.names(kept)) Deno.removeSync(`${machine.folder}/${name}`);
    Deno.copyFileSync(before, machine.database);
    const { signal } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-check", "-A", dying, backup, machine.database, step],
    }).output();
    assert.equal(signal, "SIGKILL", step);
    assert.equal(await tasksIn(machine.database), tasks, step);
    assert.equal(machine.names(kept).length, keptFiles, step);
    for (const name of machine.names(kept)) {
      assert.equal(await tasksIn(`${machine.folder}/${name}`), 3, step);
    }
  }
  const again = await machine.run(["restore", "--force", backup]);
  assert.equal(again.code, 0, again.stderr);
  assert.equal(await tasksIn(machine.database), 5);
});

Deno.test("an older backup is migrated to this version's schema, and a newer one is refused", async () => {
  await using machine = await makeMachine();
  const backup = `${machine.folder}/older.db`;
  await makeOlder(backup);
  const older = await machine.run(["restore", backup]);
  assert.equal(older.code, 0, older.stderr);
  const { ran, schemaVersion } = JSON.parse(older.stdout);
  assert.deepEqual([ran, schemaVersion], [[migrations.at(-1)!.name], SCHEMA_VERSION]);
  assert.equal(await tasksIn(machine.database), 0);
  await change(
    machine.database,
    `insert into schema_migrations values (${SCHEMA_VERSION + 1}, 'later', '2030-01-01')`,
  );
  const on = `${machine.folder}/elsewhere.db`;
  const newer = await machine.run(["restore", machine.database], { on });
  assert.equal(newer.code, 1);
  assert.match(newer.stderr, /has schema version \d+, but this program supports \d+\. .*\.\n$/);
  assert.deepEqual(machine.names("elsewhere"), []);
});

Deno.test("a damaged backup is refused, and nothing changes", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  const bad = `${machine.folder}/bad.db`;
  const cases: [() => Promise<unknown> | void, RegExp][] = [
    [() => {}, /^There is no backup at /],
    [() => Deno.writeTextFileSync(bad, ""), /^\S+ is empty\. Use another backup\.$/m],
    [
      () => Deno.writeTextFileSync(bad, "text ".repeat(2000)),
      /can't be read \(file is not a database\)/,
    ],
    [() => foreign(bad), /isn't a Backlog database/],
    [() => damaged(backup, bad), /is damaged|database disk image is malformed/],
    [() => inUse(backup, bad), /is a database in use/],
  ];
  for (const [make, sentence] of cases) {
    await make();
    const { code, stdout, stderr } = await machine.run(["restore", "--force", bad]);
    assert.deepEqual([code, stdout], [1, ""], stderr);
    assert.match(stderr, sentence);
    assert.equal(stderr.trim().split("\n").length, 1);
  }
  assert.equal(await tasksIn(machine.database), 3);
  assert.deepEqual([...machine.names(kept), ...machine.names(".backlog")], []);
  assert.equal((await machine.run(["restore", machine.database])).code, 2);
});

Deno.test("a restore without room for the copy prints one sentence, and nothing changes", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  const [program = "sh", ...words] = [...limited("ulimit -f 64"), binary.program, ...binary.words];
  const { code, stdout, stderr } = await runLine(
    { name: "backlog", program, words },
    machine.folder,
    ["restore", "--force", backup],
    { env: { BACKLOG_DATABASE_URL: `file:${machine.database}`, BACKLOG_LOG: "none" } },
  );
  assert.deepEqual([code, stdout], [1, ""], stderr);
  assert.match(stderr, /^\S+ couldn't be copied to \S+ \(.+\)\. Check whether .*\.\n$/);
  assert.equal(await tasksIn(machine.database), 3);
  assert.deepEqual([...machine.names(kept), ...machine.names(".backlog")], []);
});

async function foreign(file: string) {
  Deno.removeSync(file);
  await change(file, "create table recipes (title text)");
}

function damaged(backup: string, file: string) {
  const bytes = Deno.readFileSync(backup);
  const middle = Math.floor(bytes.length / 8192) * 4096;
  bytes.fill(0x5a, middle, middle + 2 * 4096);
  Deno.writeFileSync(file, bytes);
}

function inUse(backup: string, file: string) {
  Deno.copyFileSync(backup, file);
  Deno.writeTextFileSync(`${file}-wal`, "unmerged");
}

Deno.test("a damaged database can be replaced too, and is kept with its log", async () => {
  await using machine = await makeMachine();
  const backup = await makeBoth(machine);
  const broken = `${machine.folder}/broken.db`;
  Deno.writeTextFileSync(broken, "was a database ".repeat(1000));
  Deno.writeTextFileSync(`${broken}-wal`, "its log");
  assert.equal((await machine.run(["restore", backup], { on: broken })).code, 1);
  const { code, stdout, stderr } = await machine.run(["restore", "--force", backup], {
    on: broken,
  });
  assert.equal(code, 0, stderr);
  const { keptAs } = JSON.parse(stdout);
  assert.match(Deno.readTextFileSync(keptAs), /^was a database/);
  assert.equal(Deno.readTextFileSync(`${keptAs}-wal`), "its log");
  assert.equal(machine.names("broken.db-").length, 0, "the old log lies beside the new database");
  assert.equal(await tasksIn(broken), 5);
});
