import assert from "node:assert/strict";
import { type TestApp, withApp } from "../../support/app.ts";
import type { Cast } from "../../support/cast.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type Line, linesWithoutStart, runLine } from "../support/lines.ts";

Deno.test("both command lines can save, change, subscribe to, archive, restore, and undo a view", async () => {
  for (const line of linesWithoutStart) await withApp({}, (app, cast) => walk(line, app, cast));
});

Deno.test("both command lines can save a grouped and sorted view, and list each group page by page", async () => {
  for (const line of linesWithoutStart) await withApp({}, (app, cast) => groupsOf(line, app, cast));
});

/** Runs a command line as Chidi. */
async function ran(line: Line, app: TestApp, cast: Cast) {
  const home = await temporaryFolder();
  const heard = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
  const server = Deno.serve(heard, (asked) => app.app.fetch(asked));
  const env = {
    BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
    BACKLOG_TOKEN: cast.chidi.tokens.accessToken,
    BACKLOG_WORKSPACE: cast.workspaceId,
  };
  return {
    async run(...args: string[]) {
      app.world.clock.advance({ seconds: 1 });
      const outcome = await runLine(line, home.path, args, { env });
      assert.equal(outcome.code, 0, `${args}: ${outcome.stderr}`);
      return JSON.parse(outcome.stdout);
    },
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await home[Symbol.asyncDispose]();
    },
  };
}

async function groupsOf(line: Line, app: TestApp, cast: Cast): Promise<void> {
  await using at = await ran(line, app, cast);
  const made = ["low", "urgent", "none", "high", "urgent"];
  for (const [n, priority] of made.entries()) {
    const status = n === 3 ? "progressed" : "planned";
    await cast.task(cast.ada, { title: `Jar ${n}`, priority, status });
    app.world.clock.advance({ seconds: 1 });
  }
  const shown = ["--grouping", "status", "--sorting", "-priority", "--layout", "board"];
  const { view } = await at.run("views", "create", "--name", "By status", ...shown);
  assert.deepEqual([view.grouping, view.sorting], ["status", "-priority"]);
  const listed: string[] = [];
  let cursor: string | null = null;
  do {
    const further: string[] = cursor ? ["--cursor", cursor] : [];
    const group = ["--status", "planned", "--sort", view.sorting, "--limit", "2", ...further];
    const { tasks, nextCursor } = await at.run("tasks", "list", ...group);
    listed.push(...tasks.map(({ title }: { title: string }) => title));
    cursor = nextCursor;
  } while (cursor && listed.length < made.length);
  assert.deepEqual(listed, ["Jar 4", "Jar 1", "Jar 0", "Jar 2"]);
}

async function walk(line: Line, app: TestApp, cast: Cast): Promise<void> {
  await using at = await ran(line, app, cast);
  const run = (...args: string[]) => at.run("views", ...args);
  const listed = async (...args: string[]) =>
    (await run("list", ...args)).views.map(({ name }: { name: string }) => name);
  await cast.task(cast.ada, { title: "Mend the gate", priority: "urgent" });
  await cast.task(cast.ada, { title: "Oil the lock, twice" });
  const filters = "priority=urgent,none&q=oil lock, twice=";
  const made = await run("create", "--name", "Late", "--filters", filters, "--layout", "board");
  const { key } = made.view;
  assert.deepEqual(
    [made.view.filters, made.view.scope, made.view.layout],
    [{ priority: "urgent,none", q: "oil lock, twice=" }, "personal", "board"],
  );
  const change = ["--filters", "priority=urgent", "--hidden", "labels,priority", "--team-id"];
  const { view } = await run("update", key, ...change, "ENG", "--description", "What waits");
  assert.deepEqual(
    [view.filters, view.hidden, view.scope, view.teamId, view.description],
    [{ priority: "urgent" }, ["priority", "labels"], "team", cast.teams.eng, "What waits"],
  );
  const { tasks } = await run("tasks", key);
  assert.deepEqual(tasks.map(({ title }: { title: string }) => title), ["Mend the gate"]);
  assert.equal((await run("update", key, "--clear-description")).view.description, null);
  assert.equal((await run("undo", key)).view.description, "What waits");
  assert.equal((await run("undo", key)).view.scope, "personal");
  assert.deepEqual((await run("update", key, "--filters", "", "--hidden", "")).view.filters, {});
  assert.equal((await run("subscribe", key)).view.subscribed, true);
  assert.equal((await run("show", key)).view.subscribed, true);
  assert.equal((await run("unsubscribe", key)).view.subscribed, false);
  assert.deepEqual(await listed("--q", "late", "--kind", "task"), ["Late"]);
  assert.deepEqual(await listed("--limit", "1", "--scope", "team"), []);
  assert.ok((await run("archive", key)).view.archivedAt);
  assert.deepEqual([await listed(), await listed("--include-archived")], [[], ["Late"]]);
  assert.equal((await run("restore", key)).view.archivedAt, null);
}
