import assert from "node:assert/strict";
import { linesWithoutStart, runLine } from "./support/lines.ts";
import { makeWorkspace, makeWorld, secretsOf, signUp, type World } from "./support/world.ts";

/** Runs the same test in a separate world for each command line. */
async function inEach(test: (world: World) => Promise<void>) {
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    await test(world);
  }
}

/** Expects one or two sentences on a single line of standard error, and no secrets anywhere. */
function tells(
  outcome: { code: number; stdout: string; stderr: string },
  code: number,
  says: RegExp,
) {
  assert.equal(outcome.code, code, outcome.stderr);
  assert.match(outcome.stderr, says);
  assert.match(outcome.stderr, /^[^\n]+\.\n$/);
  assert.doesNotMatch(outcome.stdout + outcome.stderr, /blg_[a-z]+_\w{5}/);
}

Deno.test("me prints the workspace that other commands use, and its source", () =>
  inEach(async (world) => {
    await signUp(world);
    const first = (await makeWorkspace(world)).workspaceId;
    const second = (await makeWorkspace(world)).workspaceId;
    const placed = async (args: string[], env: Record<string, string> = {}) => {
      const { stdout, stderr } = await world.run(["me", ...args], { env });
      assert.equal(stderr, "");
      const { workspace, workspaceSource, member } = JSON.parse(stdout);
      assert.equal(member.role, "owner");
      return [workspace.id, workspaceSource];
    };
    assert.deepEqual(await placed([]), [second, "server"]);
    assert.deepEqual(await placed(["--workspace-id", first]), [first, "flag"]);
    assert.deepEqual(await placed([], { BACKLOG_WORKSPACE: first }), [first, "environment"]);
    await world.run(["config", "set-workspace", first]);
    assert.deepEqual(await placed([]), [first, "profile"]);
    tells(
      await world.run(["me", "--workspace-id", "ws_nobody"]),
      1,
      /Workspace ws_nobody not found/,
    );
  }));

Deno.test("an access token that can't be renewed is reported, and no request is sent", () =>
  inEach(async (world) => {
    await signUp(world);
    const before = secretsOf(world);
    const env = { BACKLOG_TOKEN: before.token! };
    world.server.seen.length = 0;
    tells(
      await world.run(["auth", "refresh"], { env }),
      1,
      /^The access token in BACKLOG_TOKEN can't be renewed\. Unset BACKLOG_TOKEN /,
    );
    const flag = [
      "--token",
      before.token!,
      "--base-url",
      world.server.url.replace("127.0.0.1", "localhost"),
    ];
    tells(await world.run(["auth", "refresh", ...flag]), 1, /from --token can't be renewed/);
    assert.deepEqual([world.server.seen, secretsOf(world)], [[], before]);
    await world.run(["auth", "set-token"], { stdin: before.token! });
    tells(await world.run(["auth", "refresh"]), 1, /has no refresh token\. Sign in with "/);
  }));

Deno.test("if the profile can't be written, no secret is requested", () =>
  inEach(async (world) => {
    await signUp(world);
    const { workspaceId } = await makeWorkspace(world);
    const { token } = secretsOf(world);
    await Deno.writeTextFile(`${world.home}/file`, "");
    const env = { XDG_CONFIG_HOME: `${world.home}/file`, BACKLOG_TOKEN: token! };
    world.server.seen.length = 0;
    for (
      const words of [
        ["auth", "verify-otp", "ada@example.com", "123456"],
        ["pat", "create", "--label", "l", "--use"],
        ["admin", "automations", "create", "--name", "n", "--use", "--workspace-id", workspaceId],
        ["admin", "automations", "rotate", "auto_1", "--use", "--workspace-id", workspaceId],
        ["admin", "agents", "create", "--name", "n", "--automation-id", "a", "--use"].concat([
          ...["--workspace-id", workspaceId],
        ]),
        ["auth", "exchange", "--save", "--token", "blg_auto_1"],
        ["config", "set-workspace", "ws_1"],
      ]
    ) {
      tells(
        await world.run(words, { env }),
        1,
        /can't be written\. Check the owner and permissions of its folder\./,
      );
    }
    assert.deepEqual(world.server.seen, []);
  }));

Deno.test("text that looks like flags remains text", () =>
  inEach(async (world) => {
    await signUp(world);
    const { teamId } = await makeWorkspace(world);
    for (const title of ["see --help and -h", "-h", "--help", "$(id) `id` * ? [a]", "%s \\n"]) {
      world.server.wait(1);
      const made = await world.run(["tasks", "create", "--team-id", teamId, "--title", title]);
      assert.equal(made.code, 0, made.stderr);
      assert.equal(JSON.parse(made.stdout).task.title, title);
    }
    // Words that commands would otherwise have mistaken for a request for help.
    const root = [...Deno.readDirSync("/")].map(({ name }) => name);
    assert.deepEqual(root.filter((name) => /^(record|answer|refresh)\b/.test(name)), []);
  }));

Deno.test("without a home folder, commands print one sentence", async () => {
  for (const line of linesWithoutStart) {
    const env = { HOME: "", XDG_CONFIG_HOME: "", USERPROFILE: "" };
    const outcome = await runLine(line, "", ["status"], { env });
    tells(outcome, 1, /^There is no home folder\. Set HOME or XDG_CONFIG_HOME\.\n$/);
  }
});

Deno.test("without a home folder, a token and a server are enough, and no file is written", () =>
  inEach(async (world) => {
    await signUp(world);
    const token = String(secretsOf(world).token);
    const env = { HOME: "", XDG_CONFIG_HOME: "", USERPROFILE: "", BACKLOG_TOKEN: token };
    const asked = await world.run(["workspaces"], { env });
    assert.equal(asked.code, 0, asked.stderr);
    for (
      const args of [
        ["config", "set-workspace", "ws_1"],
        ["config", "clear"],
        ["status"],
        ["auth", "set-agent", "prof_1"],
      ]
    ) {
      tells(await world.run(args, { env }), 1, /^There is no home folder\. .*\n$/);
    }
  }));

Deno.test("a server's address can have a path, trailing slashes, and an IPv6 address", () =>
  inEach(async (world) => {
    const seen: string[] = [];
    await using server = Deno.serve({ port: 0, hostname: "::1", onListen: () => {} }, (request) => {
      seen.push(new URL(request.url).pathname);
      return Response.json({ workspaces: [], nextCursor: null });
    });
    const baseUrl = `http://[::1]:${server.addr.port}/under/a//`;
    const asked = await world.run(["workspaces", "--token", "blg_pat_1", "--base-url", baseUrl]);
    assert.equal(asked.code, 0, asked.stderr);
    assert.deepEqual(seen, ["/under/a/api/v1/workspaces"]);
  }));

Deno.test("a redirect to another server is reported and not followed", () =>
  inEach(async (world) => {
    const seen: string[] = [];
    await using other = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, () => {
      seen.push("other");
      return Response.json({});
    });
    const target = `http://127.0.0.1:${other.addr.port}`;
    const location = `${target}/api/v1/me`;
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      () => new Response(null, { status: 308, headers: { location } }),
    );
    const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}` };
    const outcome = await world.run(["me", "--token", "blg_pat_12345"], { env });
    tells(
      outcome,
      1,
      new RegExp(` redirects to ${target}\\. If that is your server, pass its URL with `),
    );
    assert.deepEqual(seen, []);
  }));

Deno.test("a redirect within an address means that no Backlog server is there", () =>
  inEach(async (world) => {
    const headers = { location: "/sign-in" };
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      () => new Response(null, { status: 302, headers }),
    );
    const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}` };
    const outcome = await world.run(["me", "--token", "blg_pat_12345"], { env });
    tells(outcome, 1, / returned status 302, so it isn't a Backlog server\. Check the address\./);
  }));

Deno.test("an interrupted response is reported in one sentence", () =>
  inEach(async (world) => {
    const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    const answering = (async () => {
      const connection = await listener.accept();
      await connection.read(new Uint8Array(4096));
      const head =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{";
      await connection.write(new TextEncoder().encode(head));
      connection.close();
    })();
    const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${listener.addr.port}` };
    const outcome = await world.run(["me", "--token", "blg_pat_12345"], { env });
    tells(outcome, 1, /^http:\S+ can't be reached\. Check that the server is running, /);
    await answering;
    listener.close();
  }));
