import assert from "node:assert/strict";
import { temporaryFolder } from "../support/folder.ts";
import { linesWithoutStart, runLine } from "./support/lines.ts";
import { makeWorkspace, makeWorld, secretsOf, signUp } from "./support/world.ts";

/** Runs the same test in every command line, each with an empty home folder and no server. */
async function inEach(
  work: (
    run: (args: string[], env?: Record<string, string>, stdin?: string) => Promise<{
      code: number;
      stdout: string;
      stderr: string;
    }>,
    home: string,
    name: string,
  ) => Promise<void>,
) {
  for (const line of linesWithoutStart) {
    await using made = await temporaryFolder();
    const home = made.path;
    const run = (args: string[], env: Record<string, string> = {}, stdin = "") =>
      runLine(line, home, args, { env, stdin });
    await work(run, home, line.name);
  }
}

Deno.test("flags override the environment, which overrides the profile, and status names the source", async () => {
  await inEach(async (run) => {
    await run(["config", "set-base-url", "http://profile.test"]);
    await run(["config", "set-workspace", "ws_profile"]);
    await run(["auth", "set-token", "blg_pat_profile"]);
    const status = async (args: string[], env: Record<string, string> = {}) => {
      const { baseUrl, workspaceId, token, authMode } = JSON.parse((await run(args, env)).stdout);
      return [baseUrl.value, baseUrl.source, workspaceId.value, token.source, authMode];
    };
    assert.deepEqual(await status(["status"]), [
      ...["http://profile.test", "profile", "ws_profile", "profile", "pat"],
    ]);
    const env = { BACKLOG_WORKSPACE: "ws_env", BACKLOG_TOKEN: "blg_hat_env" };
    assert.deepEqual(await status(["status"], env), [
      ...["http://profile.test", "profile", "ws_env", "environment", "session"],
    ]);
    const flags = [
      "--workspace-id",
      "ws_flag",
      "--token=blg_auto_flag",
      "--base-url=https://f.test/",
    ];
    assert.deepEqual(await status(["status", ...flags], env), [
      ...["https://f.test", "flag", "ws_flag", "flag", "automationSecret"],
    ]);
  });
});

Deno.test("flags can come before, between, and after the words of a command", async () => {
  await inEach(async (run) => {
    for (const typed of [["--profile", "b", "status"], ["status", "--profile=b"]]) {
      assert.equal(JSON.parse((await run(typed)).stdout).profile.value, "b");
    }
    const between = await run(["config", "--profile", "c", "set-workspace", "ws_1", "--json"]);
    assert.equal(JSON.parse(between.stdout).profile.value, "c");
  });
});

Deno.test("an empty variable counts as not set", async () => {
  await inEach(async (run) => {
    const empty = { BACKLOG_PROFILE: "", BACKLOG_BASE_URL: "", BACKLOG_TOKEN: "" };
    const { profile, baseUrl, authMode } = JSON.parse((await run(["status"], empty)).stdout);
    assert.deepEqual([profile, baseUrl, authMode], [
      { value: "default", source: "default" },
      { value: "http://localhost:5173", source: "default" },
      "none",
    ]);
  });
});

Deno.test("a token can come from standard input, and is never shown", async () => {
  await inEach(async (run, home) => {
    const { code, stdout, stderr } = await run(["auth", "set-token"], {}, "  blg_pat_hidden123\n");
    assert.equal(code, 0, stderr);
    assert.equal(stderr, "", "a pipe gets no prompt");
    assert.doesNotMatch(stdout, /hidden123/);
    assert.equal(JSON.parse(stdout).authMode, "pat");
    const file = `${home}/backlog/profiles/default/secrets.json`;
    assert.equal(Deno.statSync(file).mode! & 0o777, 0o600);
    assert.equal(
      Deno.readTextFileSync(file),
      '{\n  "baseUrl": "http://localhost:5173",\n  "token": "blg_pat_hidden123"\n}\n',
    );
    assert.equal(Deno.statSync(`${home}/backlog`).mode! & 0o777, 0o700);
  });
});

Deno.test("an agent is stored and removed", async () => {
  await inEach(async (run) => {
    const set = JSON.parse((await run(["auth", "set-agent", "prof_1"])).stdout);
    assert.deepEqual(set.agentId, { value: "prof_1", source: "profile" });
    const cleared = JSON.parse((await run(["auth", "clear-agent"])).stdout);
    assert.deepEqual(cleared.agentId, { value: null, source: "none" });
  });
});

Deno.test("requests of an automation name the agent, and a person's don't", async () => {
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    await signUp(world);
    await world.run(["auth", "set-agent", "prof_1"]);
    await world.run(["me"]);
    await world.run(["me", "--token", "blg_aat_1"]);
    assert.deepEqual(world.server.seen.slice(-2).map(({ agent }) => agent), [null, "prof_1"]);
  }
});

Deno.test("a stored token is sent only to the server that issued it", async () => {
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    await using other = await makeWorld(line);
    await signUp(world);
    const { code, stderr } = await world.run(["me", "--base-url", other.server.url]);
    assert.equal(code, 4);
    assert.match(stderr, /^The stored token is for http.*, or pass --token\.\n$/);
    assert.deepEqual(other.server.seen, []);
    const bound = JSON.parse(
      (await world.run(["status"], { env: { BACKLOG_BASE_URL: "" } })).stdout,
    );
    assert.equal(bound.baseUrl.value, world.server.url, "signing in remembers the server");
  }
});

Deno.test("global flags are never part of a request", async () => {
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    await signUp(world);
    const { workspaceId, teamId } = await makeWorkspace(world);
    const token = secretsOf(world).token!;
    const globals = ["--workspace-id", workspaceId, "--token", token, "--profile", "p", "--json"];
    const made = await world.run([
      ...["tasks", "create", "--title", "Weave", "--team-id", teamId, ...globals],
    ]);
    assert.equal(made.code, 0, made.stderr);
    const listed = await world.run(["tasks", "list", ...globals]);
    assert.equal(listed.code, 0, listed.stderr);
    assert.ok(world.server.seen.every(({ path }) => !path.includes("?")));
  }
});

Deno.test("repeating an option that takes a single value is refused by name", async () => {
  await inEach(async (run) => {
    for (const option of ["--purpose", "--name"]) {
      const twice = [option, "signin", `${option}=signup`];
      const outcome = await run(["auth", "verify-otp", "ada@example.com", "123456", ...twice]);
      assert.equal(outcome.code, 2);
      assert.match(outcome.stderr, new RegExp(`^Use ${option} only once\\. `));
    }
  });
});

Deno.test("a broken profile is reported, and can be cleared", async () => {
  await inEach(async (run, home) => {
    await run(["config", "set-workspace", "ws_1"]);
    const file = `${home}/backlog/profiles/default/config.json`;
    for (const broken of ["{", "[]", '"x"', "", '{"baseUrl": 5}', '{"workspaceId": "ws\\nx"}']) {
      Deno.writeTextFileSync(file, broken);
      const { code, stderr } = await run(["status"]);
      assert.equal(code, 1);
      assert.match(
        stderr,
        /config\.json is damaged\. Fix the file, or run "backlog.* config clear"/,
      );
    }
    assert.equal((await run(["config", "clear"])).code, 0);
    assert.equal((await run(["status"])).code, 0);
  });
});

Deno.test("the wizard stores a token, and asks again after an unknown choice", async () => {
  await inEach(async (run) => {
    const typed = "9\n\n3\nblg_pat_abc\n";
    const { code, stdout, stderr } = await run(["auth", "wizard"], {}, typed);
    assert.equal(code, 0, stderr);
    const asked = "Choose 1, 2, or 3: ";
    const none = "Enter 1, 2, or 3.\n";
    assert.ok(stderr.includes(`${asked}${none}${asked}${none}${asked}Token: `), stderr);
    assert.equal(JSON.parse(stdout).authMode, "pat");
    assert.equal((await run(["auth", "wizard"], {}, "9\n")).code, 1);
    assert.equal((await run(["auth", "wizard"], {}, "")).code, 1);
  });
});
