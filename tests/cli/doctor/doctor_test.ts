import assert from "node:assert/strict";
import { examineSettings } from "../../../cli/operator/doctor/settings.ts";
import { readConfig } from "../../../server/config.ts";
import { startServer } from "../../support/server.ts";
import { shareOf } from "../../support/share.ts";
import { faults } from "../support/faults.ts";
import type { RunOptions } from "../support/lines.ts";
import { change, type Machine, makeMachine, rowsOf } from "../support/operator.ts";

interface Finding {
  check: string;
  state: string;
  detail: string;
  next?: string;
}

/** Returns the doctor's output without passed checks. A problem is exit code 1 and a sentence. */
async function examine(machine: Machine, words: string[] = [], options: RunOptions = {}) {
  // Uses a port on which nothing listens, whatever runs on this machine
  const env = { BACKLOG_PORT: "9", ...options.env };
  const { code, stdout, stderr } = await machine.run(["doctor", ...words], { ...options, env });
  const { healthy, findings } = JSON.parse(stdout) as { healthy: boolean; findings: Finding[] };
  const problems = findings.filter(({ state }) => state === "problem");
  assert.equal(code, problems.length > 0 ? 1 : 0, stderr);
  assert.equal(healthy, code === 0);
  assert.match(stderr, code === 0 ? /^$/ : /^The check ".*" found a problem\. .*\n$/);
  const ill = findings.filter(({ state }) => state !== "ok");
  assert.ok(ill.every(({ next }) => next), "it is not said what to do next");
  return { findings, ill: ill.map(({ state, check }) => `${state}: ${check}`) };
}

async function seeded(): Promise<Machine> {
  const machine = await makeMachine();
  await machine.seed(60);
  return machine;
}

Deno.test("doctor finds nothing in a healthy database of a running server, and changes nothing", async () => {
  await using machine = await seeded();
  await using _server = await startServer({ BACKLOG_DATABASE_URL: `file:${machine.database}` });
  const { ill, findings } = await examine(machine);
  assert.deepEqual(ill, []);
  assert.ok(findings.length >= 18, `${findings.length} checks`);
});

Deno.test("doctor accepts a missing database, and doesn't create it", async () => {
  await using machine = await makeMachine();
  assert.deepEqual((await examine(machine)).ill, ["warning: Database"]);
  assert.deepEqual(machine.names("backlog.db"), []);
});

Deno.test("doctor reports another tool's database", async () => {
  await using machine = await makeMachine();
  await change(machine.database, "create table recipes (title text)");
  Deno.chmodSync(machine.database, 0o600);
  assert.deepEqual((await examine(machine)).ill, ["problem: Database"]);
});

Deno.test("doctor finds each fault, and repairs those that need no guessing", async (t) => {
  await using machine = await seeded();
  const sound = `${machine.folder}/sound.db`;
  await machine.run(["backup", sound]);
  await machine.run(["restore", "--force", sound]);
  Deno.chmodSync(machine.database, 0o600);
  for (const [name, statements, found, mendable] of shareOf(faults)) {
    await t.step(name, async () => {
      for (const ending of ["-wal", "-shm"]) {
        await Deno.remove(machine.database + ending).catch(() => {});
      }
      Deno.copyFileSync(sound, machine.database);
      await change(machine.database, ...statements);
      assert.deepEqual((await examine(machine)).ill, [found]);
      const { ill, findings } = await examine(machine, ["--fix"]);
      assert.deepEqual(ill, mendable ? [] : [found]);
      assert.equal(findings.some(({ detail }) => detail.startsWith("Repaired. ")), mendable);
    });
  }
});

Deno.test("a rebuilt search index finds the same records as the old one", async () => {
  await using machine = await seeded();
  const hits = "select group_concat(d.record_id) as ids from (select rowid from search_index" +
    " where search_index match 'the' order by rowid) x join search_documents d on d.seq = x.rowid";
  await machine.run(["backup", `${machine.folder}/before.db`]);
  const [before] = await rowsOf<{ ids: string }>(`${machine.folder}/before.db`, hits);
  await change(`${machine.folder}/before.db`, "delete from search_index");
  Deno.chmodSync(`${machine.folder}/before.db`, 0o600);
  const fixed = await machine.run(["doctor", "--fix"], { on: `${machine.folder}/before.db` });
  assert.equal(fixed.code, 0, fixed.stdout);
  await machine.run(["backup", `${machine.folder}/after.db`], {
    on: `${machine.folder}/before.db`,
  });
  const [after] = await rowsOf<{ ids: string }>(`${machine.folder}/after.db`, hits);
  assert.ok(before!.ids.split(",").length > 5, before!.ids);
  assert.equal(after!.ids, before!.ids);
});

Deno.test("doctor reports files with wrong permissions and unfinished work", async () => {
  await using machine = await seeded();
  Deno.chmodSync(machine.folder, 0o755);
  Deno.chmodSync(machine.database, 0o644);
  Deno.writeTextFileSync(`${machine.folder}/.backlog.db.1234.restoring`, "");
  Deno.writeTextFileSync(`${machine.folder}/.copy.db.1234.partial-journal`, "");
  assert.deepEqual((await examine(machine)).ill, [
    "warning: Permissions",
    "warning: Leftover files",
  ]);
  // The log was created again meanwhile, with the file's permissions
  for (const ending of ["", "-wal"]) Deno.chmodSync(machine.database + ending, 0o600);
  Deno.writeTextFileSync(`${machine.database}-journal`, "", { mode: 0o644 });
  const { findings } = await examine(machine);
  const found = (check: string) => findings.find((one) => one.check === check)!;
  assert.match(found("Leftover files").detail, /: (?=.*\.restoring)(?=.*\.partial-journal)/);
  assert.equal(found("Permissions").next, `Run "chmod 600 ${machine.database}-journal".`);
  Deno.chmodSync(machine.database, 0o666);
  assert.ok((await examine(machine)).ill.includes("problem: Permissions"));
});

Deno.test("doctor reports a damaged file and doesn't check its records", async () => {
  await using machine = await makeMachine();
  Deno.writeTextFileSync(machine.database, "no database ".repeat(1000), { mode: 0o600 });
  assert.deepEqual((await examine(machine)).ill, ["problem: Database"]);
});

Deno.test("doctor reports an invalid setting with the error of that setting", async () => {
  await using machine = await makeMachine();
  const env = { BACKLOG_SIGNUP: "maybe" };
  assert.deepEqual((await examine(machine, [], { env })).ill, ["problem: Settings"]);
});

Deno.test("doctor warns about contradictory settings", () => {
  const cases: [Record<string, string>, string[]][] = [
    [{}, []],
    [{ BACKLOG_PROFILE: "work", BACKLOG_ORIGN: "https://a.example" }, ["Settings"]],
    [{ BACKLOG_HOST: "0.0.0.0" }, ["Origin"]],
    [{ BACKLOG_PORT: "8080", BACKLOG_ORIGIN: "http://localhost:5173" }, ["Origin"]],
    [{ BACKLOG_ORIGIN: "http://backlog.example.com" }, ["Origin"]],
    [{ BACKLOG_ORIGIN: "https://backlog.example.com" }, ["Proxy"]],
    [{ BACKLOG_ORIGIN: "https://backlog.example.com", BACKLOG_TRUST_PROXY: "true" }, []],
    [
      { BACKLOG_HOST: "0.0.0.0", BACKLOG_ORIGIN: "http://b.example", BACKLOG_TRUST_PROXY: "true" },
      ["Origin", "Proxy"],
    ],
  ];
  for (const [env, checks] of cases) {
    const ill = examineSettings(env, readConfig(env), false).filter(({ state }) => state !== "ok");
    assert.deepEqual(ill.map(({ check }) => check), checks, JSON.stringify(env));
  }
});

Deno.test("doctor checks whether the mail server is reachable, and prints no secret", async () => {
  await using machine = await makeMachine();
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const answering = greet(listener);
  const url = `smtp://127.0.0.1:${listener.addr.port}?ignoreTLS=true`;
  const there = await examine(machine, [], { env: { BACKLOG_SMTP_URL: url } });
  assert.deepEqual(there.ill, ["warning: Database"]);
  listener.close();
  await answering;
  const env = { BACKLOG_SMTP_URL: url.replace("//", "//ada:hunter2@") };
  const gone = await machine.run(["doctor"], { env });
  assert.equal(gone.code, 1);
  assert.match(gone.stdout, /nothing is listening there\./);
  assert.doesNotMatch(gone.stdout + gone.stderr, /hunter2/);
});

/** Responds like a minimal mail server. */
async function greet(listener: Deno.TcpListener) {
  const said = new TextEncoder();
  for await (const connection of listener) {
    await connection.write(said.encode("220 mail.example ESMTP\r\n"));
    const bytes = new Uint8Array(1024);
    while (await connection.read(bytes).catch(() => null) !== null) {
      await connection.write(said.encode("250 mail.example\r\n")).catch(() => {});
    }
    connection.close();
  }
}
