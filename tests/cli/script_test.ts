import assert from "node:assert/strict";
import configuration from "../../deno.json" with { type: "json" };
import { temporaryFolder } from "../support/folder.ts";
import { hasScriptTools, isInstalled, runLine, script, scriptPath } from "./support/lines.ts";
import { makeWorld, secretsOf, signUp } from "./support/world.ts";

const source = await Deno.readTextFile(scriptPath);

Deno.test({
  name: "shellcheck finds nothing",
  ignore: !isInstalled("shellcheck"),
  async fn() {
    const { code, stdout } = await new Deno.Command("shellcheck", { args: [scriptPath] }).output();
    assert.equal(new TextDecoder().decode(stdout), "");
    assert.equal(code, 0);
  },
});

Deno.test("the script has this version, and the line for the server's origin", () => {
  assert.ok(source.includes(`\nBACKLOG_VERSION="${configuration.version}"\n`));
  assert.ok(source.includes('\nBACKLOG_DEFAULT_BASE_URL="http://localhost:5173"\n'));
});

Deno.test({
  name: "a missing program is named, with how to install it",
  ignore: !hasScriptTools,
  async fn() {
    await using made = await temporaryFolder();
    const folder = made.path;
    const bash = await which("bash");
    for (const tool of ["env", "awk", "cat"]) {
      await Deno.symlink(await which(tool), `${folder}/${tool}`);
    }
    const line = { ...script, program: bash };
    const { code, stderr } = await runLine(line, folder, ["status"], { env: { PATH: folder } });
    assert.equal(code, 1);
    assert.match(stderr, /^backlog\.sh needs curl, which isn't installed\. Install it .*\n$/);
    const help = await runLine(line, folder, ["--help"], { env: { PATH: folder } });
    assert.equal(help.code, 0, "help needs neither");
  },
});

Deno.test({
  name: "the arguments of the programs that the script runs contain no secret",
  ignore: !hasScriptTools,
  async fn() {
    await using world = await makeWorld(script);
    const folder = `${world.home}/bin`;
    await Deno.mkdir(folder);
    for (const tool of ["curl", "jq", "mktemp", "mv", "rm", "mkdir"]) {
      const spy = `#!/bin/sh\nprintf '%s\\n' "$@" >>'${world.home}/arguments'\nexec '${await which(
        tool,
      )}' "$@"\n`;
      await Deno.writeTextFile(`${folder}/${tool}`, spy, { mode: 0o755 });
    }
    const env = { PATH: `${folder}:${Deno.env.get("PATH")}` };
    await signUp(world);
    const before = secretsOf(world);
    world.server.wait(61);
    assert.equal((await world.run(["me"], { env })).code, 0);
    await world.run(["auth", "set-token"], { env, stdin: "blg_pat_hidden123" });
    await world.run(["me"], { env });
    const seen = await Deno.readTextFile(`${world.home}/arguments`);
    assert.match(seen, /--config/);
    for (const secret of [before.token!, before.refreshToken!, "hidden123", "blg_"]) {
      assert.ok(!seen.includes(secret), secret);
    }
  },
});

Deno.test({
  name: "the script leaves nothing in the temporary folder",
  ignore: !hasScriptTools,
  async fn() {
    await using world = await makeWorld(script);
    const folder = `${world.home}/tmp`;
    await Deno.mkdir(folder);
    const env = { TMPDIR: folder };
    for (
      const args of [["status"], ["me"], ["auth", "request-otp", "nobody"], [
        "tasks",
        "update",
        "1",
      ]]
    ) {
      await world.run(args, { env });
    }
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  },
});

async function which(program: string): Promise<string> {
  const { stdout } = await new Deno.Command("sh", { args: ["-c", `command -v ${program}`] })
    .output();
  return new TextDecoder().decode(stdout).trim();
}
