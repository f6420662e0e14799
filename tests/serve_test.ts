import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrate, SCHEMA_VERSION } from "../server/database/migrate.ts";
import { openDatabase } from "../server/database/open.ts";
import { binary } from "./cli/support/lines.ts";
import { limited } from "./support/outages/disk.ts";
import { temporaryFolder } from "./support/folder.ts";
import { ask, signUpRemotely } from "./support/remote_person.ts";
import { denoFlagsOf, spawnBacklog, startServer } from "./support/server.ts";
import { repository } from "./support/source.ts";

/** Starts a server that must not start: exit 1, and one sentence on standard error. */
async function refusesToStart(settings: Record<string, string>, says: RegExp, args: string[] = []) {
  const child = spawnBacklog(["serve", ...args], settings);
  const { code, stdout, stderr } = await child.output();
  const found = new TextDecoder().decode(stderr);
  assert.equal(code, 1, found);
  assert.match(found, says);
  assert.equal(found.trim().split("\n").length, 1, found);
  assert.doesNotMatch(new TextDecoder().decode(stdout), /listens on/);
}

Deno.test("a server creates its database's folder and file, and responds over a socket", async () => {
  await using folder = await temporaryFolder();
  const file = folder.file("data/backlog.db");
  await using server = await startServer({ BACKLOG_DATABASE_URL: `file:${file}` });
  const health = await (await fetch(`${server.url}/health`)).json();
  assert.deepEqual([health.status, health.schemaVersion], ["ok", SCHEMA_VERSION]);
  assert.ok((await Deno.stat(file)).isFile);
});

Deno.test("a server's own permissions are enough for the docs with all kinds of tables", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  await using server = await startServer({ BACKLOG_DATABASE_URL: databaseUrl });
  for (const page of ["cli/task/create", "api/task/create", "operators/settings", "keyboard"]) {
    const answer = await fetch(`${server.url}/docs/${page}`, { headers: { accept: "text/html" } });
    assert.equal(answer.status, 200, page);
    assert.match(await answer.text(), /<table/, page);
  }
});

Deno.test("without settings, a code is a single log line, and tokens are never logged", async () => {
  await using folder = await temporaryFolder();
  await using server = await startServer({
    BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}`,
  });
  const { token } = await signUpRemotely(server, "ada@example.com");
  const codes = server.lines.flatMap((line) => /: code (\d{6})/.exec(line)?.[1] ?? []);
  assert.equal(codes.length, 1);
  assert.equal(server.lines.filter((line) => line.includes(codes[0]!)).length, 1);
  assert.equal(server.lines.filter((line) => line.includes(token)).length, 0);
});

Deno.test("SIGTERM lets a running request finish and keeps its changes, and the server exits with 0", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  const server = await startServer({ BACKLOG_DATABASE_URL: databaseUrl });
  const { token, workspaceId, teamId } = await signUpRemotely(server, "ada@example.com");
  const writes = Array.from(
    { length: 40 },
    (_, n) =>
      ask(server.url, `POST /workspaces/${workspaceId}/tasks`, {
        token,
        body: { title: `Task ${n}`, teamId },
      }),
  );
  await Promise.race(writes);
  const code = await server.stop();
  const outcomes = await Promise.allSettled(writes);
  // Whoever copies the file alone has all of it
  assert.equal(Deno.statSync(folder.file("backlog.db-wal")).size, 0);
  const answered = outcomes.filter((one) => one.status === "fulfilled" && one.value.status === 201);
  assert.equal(code, 0);
  const database = await openDatabase(databaseUrl);
  const { n } = await database.read.selectFrom("tasks")
    .select((e) => e.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  await database.close();
  assert.ok(n >= answered.length && answered.length > 0, `${answered.length} of ${n}`);
});

Deno.test("a port in use is named in one sentence", async () => {
  await using folder = await temporaryFolder();
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  await refusesToStart({
    BACKLOG_PORT: String(port),
    BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}`,
  }, new RegExp(`Port ${port} is in use.*--port`));
});

Deno.test("an invalid setting is named in one sentence, without its value", async () => {
  const wrong: [string, string][] = [
    ["BACKLOG_PORT", "99999"],
    ["BACKLOG_ORIGIN", "backlog.example.com"],
    ["BACKLOG_ORIGIN", "https://example.com/backlog/"],
    ["BACKLOG_DATABASE_URL", "postgres://user:hunter2@db"],
    ["BACKLOG_SIGNUP", "maybe"],
    ["BACKLOG_TASK_LIMIT", "-1"],
    ["BACKLOG_SMTP_URL", "http://user:hunter2@mail"],
    ["BACKLOG_MAIL_FROM", "foo"],
    ["BACKLOG_OPERATOR_NAME", "Ada\nhunter2"],
    ["BACKLOG_OPERATOR_CONTACT", "hunter2"],
    ["BACKLOG_METRICS_TOKEN", "hunter2"],
  ];
  for (const [name, value] of wrong) {
    await refusesToStart({ [name]: value }, new RegExp(`^(?!.*hunter2).*${name}`, "s"));
  }
});

Deno.test("a folder that can't be written is named in one sentence", async () => {
  await using folder = await temporaryFolder();
  await Deno.writeTextFile(folder.file("taken"), "no folder");
  await refusesToStart(
    { BACKLOG_DATABASE_URL: `file:${folder.file("taken/backlog.db")}` },
    /can't be created.*BACKLOG_DATABASE_URL/,
  );
});

Deno.test("an unreachable libSQL server is reported in one sentence, without its token", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  for (const url of [`http://127.0.0.1:${port}`, "http://127.0.0.1:9", "libsql://127.0.0.1:1"]) {
    await refusesToStart(
      { BACKLOG_DATABASE_URL: url, BACKLOG_DATABASE_TOKEN: "hunter2" },
      /^(?!.*hunter2)The libSQL server can't be reached\. Check BACKLOG_DATABASE_URL/s,
    );
  }
});

Deno.test("a libSQL server that refuses, or another server at its address, is reported in one sentence", async () => {
  const says: [number, RegExp][] = [
    [401, /^The libSQL server rejects the token\. Check BACKLOG_DATABASE_TOKEN\.$/m],
    [
      404,
      /^The libSQL server returned status 404\. Check that BACKLOG_DATABASE_URL is the address of a libSQL server\.$/m,
    ],
  ];
  for (const [status, found] of says) {
    await using server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      () => new Response("no", { status }),
    );
    const url = `http://127.0.0.1:${server.addr.port}`;
    await refusesToStart({ BACKLOG_DATABASE_URL: url, BACKLOG_DATABASE_TOKEN: "hunter2" }, found);
  }
});

Deno.test("the error for a new database on a full disk is about space, not permissions or another file", async () => {
  await using folder = await temporaryFolder();
  const [program = "sh", ...args] = limited("ulimit -f 0");
  const { code, stderr } = await new Deno.Command(program, {
    args: [...args, binary.program, ...binary.words, "migrate"],
    env: { BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}`, NO_COLOR: "1" },
  }).output();
  const found = new TextDecoder().decode(stderr);
  assert.equal(code, 1, found);
  assert.match(found, /^The database isn't writable: the disk .*\bfull\b.*\.\n$/);
});

Deno.test("a starting server without a free file descriptor still loads its pages", async () => {
  const [program = "sh", ...args] = limited("ulimit -n 256");
  const words = ["run", "--quiet", "--no-check", "--lock=tests/deno.lock", "--allow-all"];
  const { stdout, stderr } = await new Deno.Command(program, {
    args: [...args, Deno.execPath(), ...words, "tests/support/late_app_at_file_limit.ts"],
    cwd: repository,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assert.equal(text(stdout), "200\n", text(stderr));
});

Deno.test("a database newer than the program is refused in one sentence", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  const database = await openDatabase(databaseUrl);
  await migrate(database);
  await database.write((tx) =>
    sql`insert into schema_migrations values (${SCHEMA_VERSION + 1}, 'later', '2030-01-01')`
      .execute(tx)
  );
  await database.close();
  await refusesToStart({ BACKLOG_DATABASE_URL: databaseUrl }, /newer version of Backlog/);
});

Deno.test("another tool's database is refused in one sentence and gets no tables", async () => {
  await using folder = await temporaryFolder();
  const tables = [
    "CREATE TABLE notes (id integer primary key, text)",
    "CREATE TABLE schema_migrations (version varchar primary key)",
  ];
  for (const [n, table] of tables.entries()) {
    const databaseUrl = `file:${folder.file(`other${n}.db`)}`;
    const other = await openDatabase(databaseUrl);
    await other.write((tx) => sql.raw(table).execute(tx));
    await refusesToStart(
      { BACKLOG_DATABASE_URL: databaseUrl },
      /another tool's tables\. Set BACKLOG_DATABASE_URL to another database\./,
    );
    const found = await sql<{ sql: string }>`select sql from sqlite_master where type = 'table'`
      .execute(other.read);
    assert.deepEqual(found.rows, [{ sql: table }]);
    await other.close();
  }
});

Deno.test("the tasks that run the server have the same permissions, and only necessary ones", () => {
  const start = denoFlagsOf("start");
  for (const task of ["dev", "seed"] as const) assert.deepEqual(denoFlagsOf(task), start);
  assert.deepEqual(start, [
    ...["--allow-net", "--allow-read", "--allow-write"],
    "--allow-env=BACKLOG_*,COLUMNS,LIBSQL_JS_DEV,NO_COLOR,TERM",
    ...["--allow-ffi", "--allow-sys=cpus,hostname,networkInterfaces,statfs,uid"],
    "--v8-flags=--heap-growing-percent=50",
  ]);
});

Deno.test("the compiled program has the server's permissions, and can list the environment for doctor", () => {
  const named = denoFlagsOf("start").map((one) => one.replace(/^(--allow-env)=.*/, "$1"));
  assert.deepEqual(denoFlagsOf("compile"), named);
});
