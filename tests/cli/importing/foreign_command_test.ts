import assert from "node:assert/strict";
import { linear } from "../support/exports.ts";
import { makeMachine, rowsOf } from "../support/operator.ts";

Deno.test("an operator imports another tool's tasks, after a dry run", async () => {
  await using machine = await makeMachine();
  await machine.seed(20);
  const [workspace] = await rowsOf<{ id: string }>(
    machine.database,
    "select id from workspaces where name like 'Sundline%'",
  );
  const file = `${machine.folder}/issues.csv`;
  await Deno.writeTextFile(file, linear);
  const into = ["--workspace", workspace!.id, "--team", "OPS"];
  const run = (...args: string[]) => machine.run(["import", file, ...args]);
  const tasks = () => rowsOf<{ n: number }>(machine.database, "select count(*) as n from tasks");

  const before = await tasks();
  const tried = await run("--from", "linear", ...into, "--dry-run");
  assert.equal(tried.code, 0, tried.stderr);
  assert.deepEqual(await tasks(), before);
  const status = [
    "--map-status",
    "In Review=planned",
    "--map-person",
    "gone@example.org=Maren Solberg",
  ];
  const done = await run("--from", "linear", ...into, ...status);
  assert.equal(done.code, 0, done.stderr);
  const report = JSON.parse(done.stdout);
  assert.deepEqual({ ...JSON.parse(tried.stdout).made, tasks: 3 }, report.made);
  assert.ok(report.statuses.some(({ became }: { became: string }) => became === "Planned"));
  const again = await run("--from", "linear", ...into);
  assert.equal(JSON.parse(again.stdout).here, 3);

  const wrong: [args: string[], code: number, words: RegExp][] = [
    [["--from", "linear"], 2, /needs --workspace and --team\. See "backlog import --help"/],
    [into, 2, /Add --from/],
    [["--from", "asana", ...into], 2, /asana is unknown\. Use one of csv, linear/],
    [
      ["--from", "linear", "--workspace", "ws_nope", "--team", "OPS"],
      2,
      /Workspace ws_nope not found/,
    ],
    [["--from", "github", ...into], 1, /isn't JSON.*Nothing was imported\./],
  ];
  for (const [args, code, words] of wrong) {
    const refused = await run(...args);
    assert.equal(refused.code, code, refused.stderr);
    assert.match(refused.stderr, words);
    assert.equal(refused.stdout, "");
  }
});
