import assert from "node:assert/strict";
import { Catalog } from "../../server/docs/catalog.ts";
import { hasScriptTools } from "../cli/support/lines.ts";
import { temporaryFolder } from "../support/folder.ts";
import { assertNone, assertRows } from "../support/missing.ts";
import { whenListening } from "../support/server.ts";
import { repository } from "../support/source.ts";

/** Shell blocks that no test runs, by the reason. */
const notRun: Readonly<Record<string, readonly string[]>> = {
  "Needs systemd and its log": [
    "/docs/operators/install: sudo systemctl enable --now backlog",
    '/docs/operators/first-hour: journalctl --unit backlog | grep "email to"',
    "/docs/operators/settings: sudo systemctl restart backlog",
    "/docs/operators/upgrade: sudo systemctl stop backlog",
    "/docs/operators/upgrade: sudo systemctl start backlog",
    "/docs/operators/back-up-and-restore: sudo systemctl enable --now backlog-backup.timer",
    '/docs/operators/troubleshooting: journalctl --unit backlog --since "1 hour ago"',
    "/docs/operators/troubleshooting: journalctl --unit backlog | grep f19621f8-c2fc-4d1a-92f1-1b04970463d2",
  ],
  "Downloads the runtime and builds a large file": [
    "/docs/operators/install: deno task pack",
  ],
  "Needs an email server": ["/docs/operators/email: backlog doctor"],
  "Needs a public address or another tool's account": [
    "/docs/operators/secure: curl --max-time 5 http://backlog.example.com:5173/health    # fails",
    "/docs/migrating/github: gh issue list --repo acme/harbour --state all --limit 10000 --json \\",
  ],
  "Listens on a fixed port (see the test below)": [
    "/docs/operators/secure: deno run --allow-net=127.0.0.1:5173,mail.example.com:587 \\",
  ],
  "Creates records that the workspace of the tests has": [
    "/docs/cli/workspace: ./backlog.sh api POST '/workspaces/{workspaceId}/teams' \\",
    "/docs/cli/task/update-details: ./backlog.sh labels create Hinge",
  ],
  "Needs the ID of a record of the reader": [
    "/docs/cli/task/change-status: ./backlog.sh tasks undo act_01kkgr0y3re8jtndqr4j03gst5",
  ],
  "Asks questions": ["/docs/cli/auth/request-code: ./backlog.sh auth wizard"],
};

const catalog = new Catalog();
const blocks = (await Promise.all(
  [...catalog.pages.values()].map(async (page) =>
    [...(await catalog.text(page)).matchAll(/^ *```(.*)\n([^]*?)\n *```$/gm)]
      .map(([, language = "", code = ""]) => ({ path: page.path, language, code: code.trim() }))
  ),
)).flat();
const unrun = blocks.filter(({ language }) => language === "sh");

Deno.test("every shell block of a page runs or has a reason not to", () => {
  const existing = unrun.map(({ path, code }) => `${path}: ${code.split("\n")[0]}`);
  const file = "notRun in tests/docs/not_run_test.ts, or mark the block `bash`";
  assertRows("block", existing, Object.values(notRun).flat(), file);
  const known = /^(bash( fails)?|sh|output|text|json|http|ini|yaml|nginx|caddyfile|dockerfile)$/;
  assertNone(
    blocks.filter(({ language }) => !known.test(language)),
    ({ path, language }) => `${path}: mark a block of ${language || "no language"} \`bash\`.`,
  );
});

Deno.test({
  name: "every shell block that doesn't run has valid syntax",
  ignore: !hasScriptTools,
  async fn() {
    for (const { path, code } of unrun) {
      const checked = await new Deno.Command("bash", { args: ["-n", "-c", "--", code] }).output();
      assert.ok(checked.success, `${path}: ${new TextDecoder().decode(checked.stderr)}`);
    }
  },
});

Deno.test({
  name: "the server starts with the permissions that the page about security lists",
  ignore: !hasScriptTools,
  async fn() {
    const { code } = unrun.find(({ code }) => code.startsWith("deno run"))!;
    await using folder = await temporaryFolder();
    // The same command, with a free port and with a folder of its own
    const command = code.replace("127.0.0.1:5173", "127.0.0.1:0")
      .replace("--allow-read=.", `--allow-read=.,${folder.path}`)
      .replace("--allow-write=data", `--allow-write=${folder.path}`);
    const child = new Deno.Command("bash", {
      args: ["-c", `deno() { exec "${Deno.execPath()}" "$@"; }\n${command}`],
      cwd: repository,
      env: { BACKLOG_PORT: "0", BACKLOG_DATABASE_URL: `file:${folder.file("backlog.db")}` },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    await using server = await whenListening(child);
    const response = await fetch(`${server.url}/health`);
    assert.equal((await response.json()).status, "ok");
  },
});
