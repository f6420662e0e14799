import assert from "node:assert/strict";
import { lineOf } from "../../../cli/happenings.ts";
import type { RecordActivity } from "../../../server/domain/activity/schema.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { until, within } from "../../support/limits.ts";
import { lines } from "../support/lines.ts";
import { makeWorkspace, makeWorld, secretsOf, signUp, type World } from "../support/world.ts";
import { layWire } from "../support/wire.ts";

const parse = (stdout: string) => stdout.trimEnd().split("\n").map((one) => JSON.parse(one));

/** Requires that a command succeeds. */
async function done(asked: Promise<{ code: number; stderr: string }>) {
  const { code, stderr } = await asked;
  assert.equal(code, 0, stderr);
}

/** Waits until the command's stream is open. */
const followed = ({ server }: World) =>
  until(
    "The request for the activity",
    () => server.seen.some(({ path }) => path.includes("/activity")),
  );

async function inWorkspace(world: World) {
  await signUp(world);
  return await makeWorkspace(world);
}

Deno.test("watch prints changes of tasks and projects in order, and no earlier changes", async () => {
  for (const line of lines) {
    await using world = await makeWorld(line);
    const { teamId, workspaceId } = await inWorkspace(world);
    const create = (title: string) =>
      done(world.run(["tasks", "create", "--team-id", teamId, "--title", title]));
    await create("From before");
    const watching = world.run(["watch", "--count", "5"]);
    await followed(world);
    await create("New here");
    const both = ["--priority", "high", "--status", "planned"];
    await done(world.run(["tasks", "update", "ENG-1", ...both]));
    await done(world.run(["tasks", "comment", "ENG-1", "Said now"]));
    const made = await fetch(`${world.server.url}/api/v1/workspaces/${workspaceId}/projects`, {
      method: "POST",
      headers: {
        "authorization": `Bearer ${secretsOf(world).token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ name: "Road" }),
    });
    assert.equal(made.status, 201, await made.text());
    const { code, stdout, stderr } = await watching;
    assert.deepEqual([code, stderr], [0, ""], line.name);
    const told = parse(stdout);
    const shown = told.map(({ kind, task, project }) =>
      `${task?.reference ?? project?.name} ${kind}`
    );
    assert.equal(shown[0], "ENG-2 task.created");
    assert.deepEqual(shown.slice(1, 3).sort(), [
      "ENG-1 task.priority_changed",
      "ENG-1 task.status_changed",
    ]);
    assert.deepEqual(shown.slice(3), ["ENG-1 task.commented", "Road project.created"]);
  }
});

Deno.test("watch continues after a lost connection without losing or repeating entries, and says so once", async () => {
  for (const line of lines) {
    await using world = await makeWorld(line);
    const { teamId } = await inWorkspace(world);
    const create = (title: string) =>
      done(world.run(["tasks", "create", "--team-id", teamId, "--title", title]));
    await using wire = layWire(world.server.url);
    world.server.seen.length = 0;
    const env = { BACKLOG_BASE_URL: wire.url, BACKLOG_TOKEN: secretsOf(world).token! };
    const watching = world.run(["watch", "--count", "3"], { env });
    await followed(world);
    await create("One");
    wire.cut();
    await create("Two");
    await until("Another try while the connection is cut", () => wire.refused > 0);
    wire.mend();
    await create("Three");
    // After a lost stream, another one ends the command
    await create("Four");
    const { code, stdout, stderr } = await watching;
    assert.equal(code, 0, stderr);
    assert.deepEqual(parse(stdout).map(({ task }) => task.title), ["One", "Two", "Three"]);
    const said = "CUT can't be reached. Retrying…\nCUT can be reached again.\n";
    assert.equal(stderr, said.replaceAll("CUT", wire.url), line.name);
  }
});

Deno.test("watch ends with its token and suggests the next step, and refuses an invalid token", async () => {
  for (const line of lines) {
    await using world = await makeWorld(line);
    await inWorkspace(world);
    const made = await world.run(["pat", "create", "--label", "Watch", "--scope", "tasks.read"]);
    const { token, credential } = JSON.parse(made.stdout);
    const narrow = { env: { BACKLOG_TOKEN: token } };
    const { workspaces } = JSON.parse((await world.run(["workspaces"])).stdout);
    const watching = world.run(["watch", "--workspace-id", workspaces[0].id], narrow);
    await followed(world);
    await world.run(["pat", "revoke", credential.id]);
    await world.run(["tasks", "create", "--team-id", "ENG", "--title", "Afterwards"]);
    const { code, stdout, stderr } = await watching;
    assert.deepEqual([code, stdout], [4, ""], `${line.name}: ${stderr}`);
    assert.match(stderr, /^This personal access token is invalid, expired, or revoked\. .+\n$/);
    const never = await world.run(["watch", "--workspace-id", workspaces[0].id], narrow);
    assert.deepEqual([never.code, never.stdout, never.stderr], [4, "", stderr]);
  }
});

Deno.test("watch describes a change in a sentence", () => {
  const entry = (kind: string, data: unknown = {}, of: Partial<RecordActivity> = {}) =>
    lineOf({
      createdAt: "2026-03-02T12:04:00",
      actor: { name: "Mei" },
      kind,
      data,
      task: { reference: "ENG-12", title: "Mend the gate" },
      project: null,
      ...of,
    } as unknown as RecordActivity);
  const project = { task: null, project: { name: "Road" } } as unknown as RecordActivity;
  assert.deepEqual([
    entry("task.status_changed", { from: "planned", to: "completed" }),
    entry("task.assigned", { from: null, to: { name: "Ada" } }),
    entry("task.assigned", { from: { name: "Ada" }, to: null }),
    entry("task.deadline_changed", { from: "2026-12-24", to: null }),
    entry("task.relation_added", { to: { kind: "blockedBy", reference: "ENG-3", title: "T" } }),
    entry("task.invented_tomorrow", {}, { actor: null }),
    entry("project.update_posted", { from: null, to: "onTrack" }, project),
    entry("task.commented", {}, {
      task: { reference: "ENG-1", title: "a\u001b[2Jb\nc" } as RecordActivity["task"],
    }),
  ], [
    "12:04 Mei moved ENG-12 to completed: Mend the gate",
    "12:04 Mei assigned ENG-12 to Ada: Mend the gate",
    "12:04 Mei unassigned Ada from ENG-12: Mend the gate",
    "12:04 Mei removed the deadline of ENG-12: Mend the gate",
    "12:04 Mei added a relation to ENG-12: blocked by ENG-3: Mend the gate",
    "12:04 Backlog invented tomorrow: ENG-12: Mend the gate",
    "12:04 Mei posted an update on project Road: onTrack",
    "12:04 Mei commented on ENG-1: a [2Jb c",
  ]);
});

Deno.test("Ctrl+C ends watch immediately, and leaves no temporary files", async () => {
  for (const { program, words } of lines) {
    await using world = await makeWorld({ name: "backlog", program, words });
    await inWorkspace(world);
    await using temporary = await temporaryFolder();
    await using child = new Deno.Command(program, {
      args: [...words, "watch"],
      env: {
        XDG_CONFIG_HOME: world.home,
        BACKLOG_BASE_URL: world.server.url,
        TMPDIR: temporary.path,
      },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    await followed(world);
    child.kill("SIGINT");
    // A shell that is about to wait for the next line can miss the first signal
    const again = setInterval(() => child.kill("SIGINT"), 5_000);
    const { code, stderr } = await within("The end of watch", child.output())
      .finally(() => clearInterval(again));
    assert.deepEqual([code, new TextDecoder().decode(stderr)], [130, ""]);
    assert.deepEqual([...Deno.readDirSync(temporary.path)], []);
    // The curl process of backlog.sh would keep it open
    await world.server.idle();
  }
});
