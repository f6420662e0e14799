import assert from "node:assert/strict";
import { commitHere } from "../../cli/packing/commit_here.ts";
import project from "../../deno.json" with { type: "json" };
import { isInstalled } from "../cli/support/lines.ts";
import { temporaryFolder } from "../support/folder.ts";
import { repository } from "../support/source.ts";
import type { TestServer } from "../support/server.ts";
import { type BareMachine, bareMachine, builtProgram } from "./bare_machine.ts";
import { browseFrom } from "./browse.ts";
import { packedFile } from "./packed_file.ts";
import { publicPages } from "../../views/palette/public_pages.ts";

const email = "ada@example.com";
const workspace = { name: "Acme", teamName: "Engineering", teamKey: "ENG" };

/** What one does on the pages, from the first one to a task, as a browser would that runs no scripts. */
async function walkPages(server: TestServer) {
  const browser = browseFrom(server.url);
  const { html } = await browser.get("/");
  assert.match(html, /<h1/);
  const assets = [...new Set(html.match(/\/assets\/[\w.]+/g))];
  assert.ok(assets.length >= 5, `${assets}`);
  for (const path of assets) assert.ok((await browser.get(path)).html.length > 100, path);
  for (const { path } of publicPages) {
    const answer = await fetch(server.url + path, { redirect: "manual" });
    assert.ok(answer.status < 400 && !/error in/.test(await answer.text()), path);
  }
  const described = await (await fetch(`${server.url}/openapi.json`)).json();
  assert.ok(Object.keys(described.paths).length > 100);
  assert.match((await browser.get("/docs/cli/task/create")).html, /<table/);
  assert.match((await browser.get("/changelog")).html, /<h2 id="unreleased"/);
  const image = await fetch(`${server.url}/preview.png`);
  assert.equal(image.headers.get("content-type"), "image/png");
  await image.body?.cancel();
  await browser.post("/auth/signup", { email });
  const code = await server.codeFor(email);
  await browser.post("/auth/verify", { email, purpose: "signup", code });
  await browser.post("/onboarding", { yourName: "Ada", ...workspace });
  const { html: composer } = await browser.get("/workspace/tasks/compose");
  const teamId = /<option value="(team_[^"]+)"/.exec(composer)![1]!;
  await browser.post("/workspace/tasks", { title: "Mend the gate", teamId });
  assert.match((await browser.get("/workspace/tasks")).html, /Mend the gate/);
  assert.match((await browser.get("/workspace/tasks/ENG-1")).html, /<title>[^<]*Mend the gate/);
}

/** Both command lines, signed in by an operator's code; the script is the server's own. */
async function walkLines(machine: BareMachine, program: string, { url }: TestServer) {
  const settings = { BACKLOG_BASE_URL: url };
  const ask = async (words: string[], by = [program]) => {
    const [first, ...rest] = by as [string, ...string[]];
    const { code, stdout, stderr } = await machine.run(first, [...rest, ...words], settings);
    assert.equal(code, 0, `${words}: ${stderr}`);
    return stdout;
  };
  const code = (await ask(["otp", email])).trim();
  await ask(["auth", "verify-otp", email, code]);
  await ask(["tasks", "create", "--team-id", "ENG", "--title", "Oil it"]);
  Deno.writeTextFileSync(
    machine.file("backlog.sh"),
    await (await fetch(`${url}/backlog.sh`)).text(),
  );
  const [own, script] = [
    await ask(["tasks", "list"]),
    await ask(["tasks", "list"], ["bash", "backlog.sh"]),
  ].map((text) => JSON.parse(text!));
  assert.deepEqual(own, script);
  const titles = own.tasks.map((task: { title: string }) => task.title).sort();
  assert.deepEqual(titles, ["Mend the gate", "Oil it"]);
  assert.match(await ask(["completions", "bash"]), /complete .*backlog/);
}

Deno.test("the built program runs on a machine with nothing else installed", async (t) => {
  await using folder = await temporaryFolder();
  const program = await builtProgram(folder.file("backlog"));
  await using machine = await bareMachine();
  assert.equal((await machine.run("sh", ["-c", "command -v deno"])).stdout, "");

  await t.step("the built program prints its version, and its commit if there is one", async () => {
    const { code, stdout, stderr } = await machine.run(program, ["--version"]);
    assert.deepEqual([code, stderr], [0, ""]);
    const commit = /^(\S+)(?: \(([0-9a-f]{7,}(-dirty)?)\))?\n$/.exec(stdout);
    assert.equal(commit?.[1], project.version, stdout);
    if (commitHere(repository)) assert.ok(commit?.[2], stdout);
  });
  let url = "";
  await t.step("the built program serves pages, and both command lines work", async () => {
    await using server = await machine.serve(program);
    url = server.url;
    await walkPages(server);
    await walkLines(machine, program, server);
    const { code, stderr } = await machine.run(program, ["backup", machine.file("copy.db")]);
    assert.equal(code, 0, stderr);
    assert.equal(await server.stop(), 0);
  });
  await t.step("the built program restores a backup and serves it", async () => {
    const settings = { BACKLOG_DATABASE_URL: "file:./other/backlog.db" };
    const restored = await machine.run(program, ["restore", machine.file("copy.db")], settings);
    assert.equal(restored.code, 0, restored.stderr);
    const { stdout } = await machine.run(program, ["doctor"], settings);
    assert.equal(JSON.parse(stdout).healthy, true, stdout);
    const { port } = new URL(url);
    await using server = await machine.serve(program, { ...settings, BACKLOG_PORT: port });
    const list = ["tasks", "list", "--base-url", server.url];
    const { stdout: found, stderr } = await machine.run(program, list);
    assert.equal(JSON.parse(found || "{}").tasks?.length, 2, stderr);
  });
  await t.step("the built program has the other operator commands", async () => {
    const settings = { BACKLOG_DATABASE_URL: "file:./other/backlog.db", BACKLOG_PORT: "9" };
    const run = async (...words: string[]) => {
      const { code, stdout, stderr } = await machine.run(program, words, settings);
      assert.equal(code, 0, `${words}: ${stderr}`);
      return stdout;
    };
    assert.equal(JSON.parse(await run("migrate", "--dry-run")).steps.length, 0);
    await run("export", machine.file("acme.jsonl"));
    const [line] = Deno.readTextFileSync(machine.file("acme.jsonl")).split("\n");
    const { workspaceId } = JSON.parse(line!);
    Deno.writeTextFileSync(machine.file("more.csv"), "id,title\n1,Saw it\n");
    const into = ["--from", "csv", "--workspace", workspaceId, "--team", "ENG"];
    const { made } = JSON.parse(await run("import", machine.file("more.csv"), ...into));
    assert.equal(made.tasks, 1);
  });
  if (isScript(program)) await packedFile(t, machine, program);
});

Deno.test({
  name: "shellcheck finds nothing in the script that unpacks the program",
  ignore: !isInstalled("shellcheck"),
  async fn() {
    const { code, stdout } = await new Deno.Command("shellcheck", {
      args: ["cli/packing/stub.sh"],
      cwd: repository,
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stdout));
  },
});

Deno.test("compiling fails if DENORT_BIN is Deno itself", async () => {
  await using folder = await temporaryFolder();
  const output = folder.file("backlog");
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "-A", "cli/packing/compile.ts", "--output", output],
    cwd: repository,
    env: { DENORT_BIN: Deno.execPath() },
  }).output();
  assert.equal(code, 1);
  assert.match(new TextDecoder().decode(stderr), /^Set DENORT_BIN to denort/);
  assert.throws(() => Deno.statSync(output), Deno.errors.NotFound);
});

function isScript(path: string): boolean {
  using file = Deno.openSync(path);
  const beginning = new Uint8Array(2);
  file.readSync(beginning);
  return new TextDecoder().decode(beginning) === "#!";
}
