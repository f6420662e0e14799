import assert from "node:assert/strict";
import { temporaryFolder } from "../support/folder.ts";
import { binary, linesWithoutStart, runLine } from "./support/lines.ts";

/** Arguments and the resulting error message. The exit code is 2. */
const wrong: [typed: string[], sentence: string][] = [
  [["frob"], 'Unknown command "frob". See "backlog --help".'],
  [["tasks", "frob"], 'Unknown command "tasks frob". See "backlog tasks --help".'],
  [["tasks__list"], 'Unknown command "tasks__list". See "backlog --help".'],
  [["--frob"], 'Unknown option --frob. See "backlog --help".'],
  [["tasks", "list", "--frob"], 'Unknown option --frob. See "backlog tasks list --help".'],
  [["tasks", "list", "-x"], 'Unknown option -x. See "backlog tasks list --help".'],
  [["tasks", "list", "--limit"], '--limit needs a value. See "backlog tasks list --help".'],
  [["status", "--profile"], '--profile needs a value. See "backlog status --help".'],
  [["tasks", "show"], 'Missing <task>. See "backlog tasks show --help".'],
  [["auth", "verify-otp", "a@b.c"], 'Missing <code>. See "backlog auth verify-otp --help".'],
  [
    ["tasks", "show", "1", "2"],
    'Too many arguments. Put quotes around an argument with spaces. See "backlog tasks show --help".',
  ],
  [
    ["status", "now"],
    'Too many arguments. Put quotes around an argument with spaces. See "backlog status --help".',
  ],
  [
    ["tasks", "create", "--team-id", "t"],
    '--title is required. See "backlog tasks create --help".',
  ],
  [
    ["tasks", "create", "--title", "t"],
    '--team-id is required. See "backlog tasks create --help".',
  ],
  [["tasks", "update", "1"], 'Choose at least one change. See "backlog tasks update --help".'],
  [
    ["tasks", "update", "1", "--description", "d", "--clear-description"],
    "Use either --description or --clear-description.",
  ],
  [
    ["tasks", "update", "1", "--tag=a", "--clear-tags"],
    "Use either --tag or --clear-tags.",
  ],
  [["taks"], 'Unknown command "taks". Did you mean tasks? See "backlog --help".'],
  [["tasks", "lst"], 'Unknown command "tasks lst". Did you mean list? See "backlog tasks --help".'],
  [
    ["tasks", "update-may"],
    'Unknown command "tasks update-may". Did you mean update-many? See "backlog tasks --help".',
  ],
  [
    ["admin", "agent"],
    'Unknown command "admin agent". Did you mean agents? See "backlog admin --help".',
  ],
  [
    ["inbox", "snoze"],
    'Unknown command "inbox snoze". Did you mean snooze? See "backlog inbox --help".',
  ],
  [
    ["favorites", "remove-task"],
    'Unknown command "favorites remove-task". Did you mean remove-tasks? See "backlog favorites --help".',
  ],
  [
    ["tasks", "list", "--statsu", "planned"],
    'Unknown option --statsu. Did you mean --status? See "backlog tasks list --help".',
  ],
  [
    ["tasks", "list", "--deadline-ater", "today"],
    'Unknown option --deadline-ater. Did you mean --deadline-after? See "backlog tasks list --help".',
  ],
  [
    ["tasks", "creat", "--help"],
    'Unknown command "tasks creat". Did you mean create? See "backlog tasks --help".',
  ],
  [
    ["help", "tasks", "creat"],
    'Unknown command "tasks creat". Did you mean create? See "backlog tasks --help".',
  ],
  [
    ["help", "admin", "agents", "frob"],
    'Unknown command "admin agents frob". See "backlog admin agents --help".',
  ],
  [
    ["tasks", "new"],
    'Unknown command "tasks new". Did you mean create? See "backlog tasks --help".',
  ],
  [
    ["tasks", "delete", "1"],
    'Unknown command "tasks delete". Did you mean archive? See "backlog tasks --help".',
  ],
  [
    ["tasks", "list", "--tag", "Bug"],
    'Unknown option --tag. Did you mean --label? See "backlog tasks list --help".',
  ],
  [
    ["tasks", "list", "--tags", "Bug"],
    'Unknown option --tags. Did you mean --label? See "backlog tasks list --help".',
  ],
  [
    ["tasks", "create", "--label", "Bug"],
    'Unknown option --label. Did you mean --tag? See "backlog tasks create --help".',
  ],
  [
    ["tasks", "update-many", "1", "--remove-label", "Bug"],
    'Unknown option --remove-label. Did you mean --remove-tag? See "backlog tasks update-many --help".',
  ],
  [["--jsn", "me"], 'Unknown option --jsn. Did you mean --json? See "backlog --help".'],
  [
    ["config", "set-base-url", "backlog.example.com"],
    "Use a base URL such as https://backlog.example.com.",
  ],
  [
    ["status", "--base-url", 'http://a"b'],
    "Use a base URL such as https://backlog.example.com.",
  ],
  [
    ["status", "--profile", "../x"],
    "Use a profile name with letters, digits, dots, dashes, and underscores.",
  ],
  [
    ["config", "set-workspace", "ws\n1"],
    "Use a workspace's ID or name, on one line.",
  ],
  [
    ["auth", "set-agent", "prof 1"],
    "Use an agent's username or profile ID.",
  ],
  [
    ["auth", "set-token", "ghp_123"],
    "This isn't a Backlog token. Tokens start with blg_pat_, blg_auto_, blg_aat_, or blg_hat_. " +
    "Copy the whole token again.",
  ],
  [
    ["me", "--token", 'blg_pat_a"b'],
    "This isn't a Backlog token. Tokens start with blg_pat_, blg_auto_, blg_aat_, or blg_hat_. " +
    "Copy the whole token again.",
  ],
  [
    ["tasks", "list", "--limit", "1", "--limit=2"],
    'Use --limit only once. See "backlog tasks list --help".',
  ],
  [
    ["tasks", "create", "--team-id", "a", "--title", "t", "--team-id", "b"],
    'Use --team-id only once. See "backlog tasks create --help".',
  ],
  [
    [
      ...["admin", "agents", "create", "--name", "n", "--automation-id", "a"],
      ...["--installation-id", "b"],
    ],
    'Use --automation-id only once. See "backlog admin agents create --help".',
  ],
  [
    ["--profile", "a", "--profile", "b", "status"],
    'Use --profile only once. See "backlog --help".',
  ],
  [
    ["--profile", "a", "status", "--profile=b"],
    'Use --profile only once. See "backlog status --help".',
  ],
  [
    ["--token", "blg_pat_1", "config", "--token", "blg_pat_1", "clear"],
    'Use --token only once. See "backlog config --help".',
  ],
  [["me", "--workspace-id", ""], '--workspace-id needs a value. See "backlog me --help".'],
  [["--base-url=", "status"], '--base-url needs a value. See "backlog --help".'],
  [["status", "--json=yes"], 'Unknown option --json=yes. See "backlog status --help".'],
  [
    ["tasks", "create", "--draft=true", "--title", "t"],
    'Unknown option --draft=true. See "backlog tasks create --help".',
  ],
  [
    ["tasks", "create", "--title --team-id", "t"],
    'Unknown option --title --team-id. See "backlog tasks create --help".',
  ],
  [["tasks", "comment", "1", "-x"], 'Unknown option -x. See "backlog tasks comment --help".'],
  [
    ["tasks", "comment", "-1", "-.5", "-5"],
    'Too many arguments. Put quotes around an argument with spaces. See "backlog tasks comment --help".',
  ],
  [
    ["tasks", "list", "--workspace-id", " ", "--token", "blg_pat_1"],
    "Use a workspace's ID or name, on one line.",
  ],
  ...["0", "-1", "1.5", "366", "1e3", "soon", "", "٣"].map((days): [string[], string] => [
    ["pat", "create", "--label", "l", "--expires-in-days", days],
    "--expires-in-days must be a whole number from 1 to 365, or never.",
  ]),
];

Deno.test("an invalid command prints one sentence and exits with code 2", async (t) => {
  await using made = await temporaryFolder();
  const home = made.path;
  for (const [typed, sentence] of wrong) {
    for (const line of linesWithoutStart) {
      await t.step(`${line.name} ${typed.join(" ")}`, async () => {
        const outcome = await runLine(line, home, typed);
        assert.deepEqual(
          { ...outcome, stderr: outcome.stderr.replaceAll("backlog.sh", "backlog") },
          { code: 2, stdout: "", stderr: `${sentence}\n` },
        );
      });
    }
  }
});

Deno.test("an operator's mistake prints one sentence and exits with code 1", async () => {
  await using made = await temporaryFolder();
  const home = made.path;
  const taken = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const database = { BACKLOG_DATABASE_URL: `file:${home}/backlog.db` };
  const cases: [string[], Record<string, string>, RegExp][] = [
    [["serve", "--port", "99999"], database, /^--port must be a port number from 0 to 65535\.\n$/],
    [["migrate"], { BACKLOG_SIGNUP: "maybe" }, /^BACKLOG_SIGNUP must be open, .*\.\n$/],
    [
      ["serve", "--port", String(taken.addr.port)],
      database,
      /^Port \d+ is in use\. .*choose another port with --port or BACKLOG_PORT\.\n$/,
    ],
    [["migrate"], { BACKLOG_DATABASE_URL: "file:/dev/null/x/backlog.db" }, /^[^\n]*\.\n$/],
  ];
  for (const [typed, env, sentence] of cases) {
    const { code, stderr } = await runLine(binary, home, typed, { env });
    assert.equal(code, 1, stderr);
    assert.match(stderr, sentence);
  }
  taken.close();
});

Deno.test("migrate creates the database, and says so if there is nothing left to do", async () => {
  await using made = await temporaryFolder();
  const home = made.path;
  const env = { BACKLOG_DATABASE_URL: `file:${home}/data/backlog.db` };
  const first = await runLine(binary, home, ["migrate"], { env });
  assert.match(
    first.stdout,
    /^Applied migration 0001_people\.\n[^]*schema version \d+\.\n$/,
    first.stderr,
  );
  const second = await runLine(binary, home, ["migrate"], { env });
  assert.match(second.stdout, /^The database has schema version \d+\.\n$/);
});

Deno.test("an operator can create a code without email, with which the first address can sign up", async () => {
  await using made = await temporaryFolder();
  const home = made.path;
  const env = { BACKLOG_DATABASE_URL: `file:${home}/data/backlog.db` };
  const none = await runLine(binary, home, ["otp", "ada@example.com"], { env });
  assert.match(none.stderr, /^There is no database at .*\. Check BACKLOG_DATABASE_URL\.\n$/);
  assert.equal(none.code, 1);
  await runLine(binary, home, ["migrate"], { env });
  const { code, stdout, stderr } = await runLine(binary, home, ["otp", "Ada@Example.com"], { env });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^\d{6}\n$/);
  assert.match(stderr, /^Code to sign up as ada@example\.com, valid until /);
  assert.equal((await runLine(binary, home, ["otp", "nobody"], { env })).code, 2);
});
