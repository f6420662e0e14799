import assert from "node:assert/strict";
import { withApp } from "../../support/app.ts";
import { shareOf } from "../../support/share.ts";
import { linesWithoutStart } from "../support/lines.ts";
import { makeWorld } from "../support/world.ts";

/** Commands that print complete lists, with the list's name in the response. */
const commands: [command: string, plural: string][] = [
  ["workspaces", "workspaces"],
  ["pat list", "credentials"],
  ["projects list", "projects"],
  ["teams list", "teams"],
  ["admin members list", "members"],
  ["members list", "members"],
  ["tasks list --all", "tasks"],
  ["tasks drafts --all", "tasks"],
  ["tasks activity ENG-1 --all", "activity"],
  ["tasks comments ENG-1", "comments"],
  ["projects milestones WEB", "milestones"],
  ["projects roadmap", "projects"],
  ["workspace audit --all", "entries"],
  ["templates list --projects", "projectTemplates"],
  ["workflows list", "workflows"],
  ["sessions list", "sessions"],
  ["admin automations list", "automations"],
  ["admin agents list", "agents"],
];

/** Starts a server whose every collection has three pages of one record. */
function paged(plural: string) {
  const asked: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const { searchParams } = new URL(request.url);
    asked.push(searchParams.toString());
    const page = Number(searchParams.get("cursor") ?? 1);
    return Response.json({
      [plural]: [{ id: `record_${page}`, name: `Number ${page}`, scopes: [] }],
      nextCursor: page < 3 ? String(page + 1) : null,
    });
  });
  return { server, asked };
}

Deno.test("a list without a given cursor is printed completely, for any number of pages", async (t) => {
  for (const [command, plural] of shareOf(commands)) {
    await t.step(command, async () => {
      const { server, asked } = paged(plural);
      await using _server = server;
      const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}` };
      for (const line of linesWithoutStart) {
        await using world = await makeWorld(line);
        const words = [...command.split(" "), "--token", "blg_pat_1", "--workspace-id", "ws_1"];
        const { code, stdout } = await world.run(words, { env });
        const printed = JSON.parse(stdout);
        assert.deepEqual([code, Object.keys(printed)], [0, [plural, "nextCursor"]]);
        const ids = printed[plural].map(({ id }: { id: string }) => id);
        assert.deepEqual([ids, printed.nextCursor], [["record_1", "record_2", "record_3"], null]);
        const [first, others] = command.endsWith("--all") ? ["limit=250", "limit=250&"] : ["", ""];
        const pages = [first, `${others}cursor=2`, `${others}cursor=3`];
        assert.deepEqual(asked.splice(0), pages);
      }
    });
  }
});

Deno.test("a requested page of projects is printed without other pages", async () => {
  const { server } = paged("projects");
  await using _server = server;
  const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}` };
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    const words = ["projects", "list", "--limit", "1", "--workspace-id", "ws_1"];
    const { stdout } = await world.run([...words, "--token", "blg_pat_1"], { env });
    const { projects, nextCursor } = JSON.parse(stdout);
    assert.deepEqual([projects.length, nextCursor], [1, "2"]);
  }
});

Deno.test("output without the cursor of the next page prints the cursor on standard error", async () => {
  const { server } = paged("projects");
  await using _server = server;
  const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}` };
  const words = ["projects", "list", "--limit", "1", "--workspace-id", "ws_1"];
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    for (const form of ["--quiet", "--compact"]) {
      const { stderr } = await world.run([...words, "--token", "blg_pat_1", form], { env });
      assert.equal(stderr, "To see more, add --cursor 2\n", `${line.name} ${form}`);
    }
  }
});

Deno.test("a list of long tasks is printed completely, even if its pages are short", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    const made: string[] = [];
    for (let n = 0; n < 24; n++) {
      made.push((await task(ada, { description: "x".repeat(100_000) })).reference);
    }
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      (request, info) => app.app.fetch(request, info),
    );
    const env = {
      BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
      BACKLOG_TOKEN: ada.tokens.accessToken,
      BACKLOG_WORKSPACE: workspaceId,
    };
    for (const line of linesWithoutStart) {
      await using world = await makeWorld(line);
      const printed = async (words: string[]) =>
        JSON.parse((await world.run(["tasks", "list", "--json", ...words], { env })).stdout);
      const references = ({ tasks }: { tasks: { reference: string }[] }) =>
        tasks.map(({ reference }) => reference).toSorted();
      assert.deepEqual(references(await printed(["--all"])), made.toSorted());
      const first = await printed(["--limit", "250"]);
      assert.ok(first.tasks.length < 10, `${first.tasks.length}`);
      const second = await printed(["--limit", "250", "--cursor", first.nextCursor]);
      assert.equal(new Set([...references(first), ...references(second)]).size, 18);
    }
  }));
