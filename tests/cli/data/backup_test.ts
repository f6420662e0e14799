import assert from "node:assert/strict";
import { SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import { backUpUnderWriters } from "../../support/durability/backup.ts";
import { change, makeMachine, rowsOf } from "../support/operator.ts";

Deno.test("a backup is complete, checked, and readable only by its owner", async () => {
  await using machine = await makeMachine();
  await machine.seed(40);
  const copy = `${machine.folder}/copy.db`;
  const begun = performance.now();
  const { code, stdout, stderr } = await machine.run(["backup", copy]);
  const took = performance.now() - begun;
  assert.equal(code, 0, stderr);
  const found = JSON.parse(stdout);
  const { milliseconds } = found;
  assert.ok(0 < milliseconds && milliseconds <= took, `${milliseconds} of ${took} ms`);
  assert.deepEqual({ ...found, milliseconds: 0 }, {
    file: copy,
    bytes: Deno.statSync(copy).size,
    milliseconds: 0,
    schemaVersion: SCHEMA_VERSION,
    workspaces: 2,
    people: 13,
    tasks: 40,
  });
  assert.equal(Deno.statSync(copy).mode! & 0o777, 0o600);
  assert.deepEqual(machine.names(".copy"), [], "something unfinished was left");
  assert.deepEqual(machine.names("copy"), ["copy.db"], "it needs a second file");
});

Deno.test("a backup of a busy server contains every previously acknowledged write, and no partial one", async () => {
  await using machine = await makeMachine();
  const copies = await backUpUnderWriters(machine, [1, 20, 20]);
  for (const { copy, acknowledged, lost } of copies) {
    const [row] = await rowsOf<Record<string, number>>(
      copy,
      `select (select count(*) from tasks) as tasks, (select sum(task_count) from teams) as counted,
        (select count(*) from task_label_links) as labels,
        (select count(*) from activity where kind = 'task.created') as made,
        (select count(*) from search_documents where kind = 'task') as documents`,
    );
    assert.ok(acknowledged.length > 0);
    assert.deepEqual(lost, []);
    assert.deepEqual(new Set(Object.values(row!)), new Set([row!.tasks]));
  }
});

Deno.test("a backup replaces a file only with --force, and never the database", async () => {
  await using machine = await makeMachine();
  await machine.run(["migrate"]);
  const copy = `${machine.folder}/copy.db`;
  Deno.writeTextFileSync(copy, "mine");
  const refused = await machine.run(["backup", copy]);
  assert.deepEqual([refused.code, refused.stdout], [1, ""]);
  assert.match(refused.stderr, /copy\.db already exists\. .*--force\.\n$/);
  assert.equal(Deno.readTextFileSync(copy), "mine");
  assert.equal((await machine.run(["backup", "--force", copy])).code, 0);
  assert.equal((await rowsOf(copy, "select 1 from workspaces")).length, 0);
  const itself = await machine.run(["backup", "--force", machine.database]);
  assert.equal(itself.code, 2);
  assert.match(itself.stderr, /is the database itself/);
  assert.equal((await machine.run(["backup", machine.folder])).code, 2);
});

Deno.test("a backup can be written to standard output and restored from standard input", async () => {
  await using machine = await makeMachine();
  await machine.seed(5);
  const { folder } = machine;
  const line = (words: string, on: string) =>
    `BACKLOG_DATABASE_URL=file:${folder}/${on} "${Deno.execPath()}" run --quiet -A main.ts ${words}`;
  const { code, stderr } = await new Deno.Command("sh", {
    args: ["-c", `${line("backup -", "backlog.db")} | ${line("restore -", "other/new.db")}`],
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  const [row] = await rowsOf<{ n: number }>(
    `${folder}/other/new.db`,
    "select count(*) n from tasks",
  );
  assert.equal(row?.n, 5);
});

Deno.test("a backup that isn't possible is explained in one sentence and leaves no file", async () => {
  await using machine = await makeMachine();
  const copy = `${machine.folder}/copy.db`;
  const missing = await machine.run(["backup", copy]);
  assert.deepEqual([missing.code, missing.stdout], [1, ""]);
  assert.match(missing.stderr, /^There is no database at .*\. Check BACKLOG_DATABASE_URL\.\n$/);
  assert.deepEqual(machine.names("backlog.db"), [], "a backup made the database");
  const env = { BACKLOG_DATABASE_URL: "libsql://db.example.com" };
  const remote = await machine.run(["backup", copy], { env });
  assert.equal(remote.code, 1);
  assert.match(remote.stderr, /^This command can only back up a database file\. .*own tools\.\n$/);
  Deno.writeTextFileSync(machine.database, "no database ".repeat(500));
  const junk = await machine.run(["backup", copy]);
  assert.equal(junk.code, 1);
  await machine.run(["migrate"], { on: `${machine.folder}/real.db` });
  const nowhere = await machine.run(["backup", `${machine.folder}/no/copy.db`], {
    on: `${machine.folder}/real.db`,
  });
  assert.match(nowhere.stderr, /^Can't write to the folder .*\n$/);
  await change(
    `${machine.folder}/real.db`,
    `insert into schema_migrations (version, name, ran_at)
      values (${SCHEMA_VERSION + 1}, 'later', '2030')`,
  );
  const newer = await machine.run(["backup", copy], { on: `${machine.folder}/real.db` });
  assert.match(newer.stderr, /has schema version \d+, but this program supports \d+\. .*\n$/);
  assert.deepEqual([...machine.names("copy"), ...machine.names(".copy")], []);
});

Deno.test("a finished backup is checked completely, because even a perfect copy can be damaged", async (t) => {
  await using machine = await makeMachine();
  await machine.seed(5);
  const whole = `${machine.folder}/whole.db`;
  assert.equal((await machine.run(["backup", whole])).code, 0);
  const faults: [string, string[]][] = [
    ["a value that its table refuses", [
      "pragma ignore_check_constraints = on",
      "update tasks set priority = 9",
    ]],
    ["a search index without its texts", ["delete from search_index_data where id > 10"]],
  ];
  for (const [name, statements] of faults) {
    await t.step(name, async () => {
      const on = `${machine.folder}/unsound.db`;
      Deno.copyFileSync(whole, on);
      await change(on, ...statements);
      const copy = `${machine.folder}/copy.db`;
      const { code, stdout, stderr } = await machine.run(["backup", copy], { on });
      assert.deepEqual([code, stdout], [1, ""], stderr);
      assert.match(stderr, /^The copy is damaged \([^\n]+\)\. [^\n]+\.\n$/);
      assert.deepEqual([...machine.names("copy"), ...machine.names(".copy")], []);
    });
  }
});

Deno.test("a damaged database can't be backed up", async () => {
  await using machine = await makeMachine();
  await machine.seed(40);
  await machine.run(["backup", `${machine.folder}/whole.db`]);
  const damaged = `${machine.folder}/damaged.db`;
  const bytes = Deno.readFileSync(`${machine.folder}/whole.db`);
  bytes.fill(0x5a, 8 * 4096, Math.floor(bytes.length / 2));
  Deno.writeFileSync(damaged, bytes);
  const { code, stderr } = await machine.run(["backup", `${machine.folder}/copy.db`], {
    on: damaged,
  });
  assert.equal(code, 1, stderr);
  assert.equal(stderr.trim().split("\n").length, 1);
  assert.deepEqual(machine.names("copy"), []);
});
