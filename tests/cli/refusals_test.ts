import assert from "node:assert/strict";
import { temporaryFolder } from "../support/folder.ts";
import { linesWithoutStart, runLine } from "./support/lines.ts";

/** Arguments, the server's errors about the sent fields, and the errors as printed. */
const refused: [typed: string[], errors: [path: (string | number)[], message: string][], RegExp][] =
  [
    [
      ["tasks", "create", "--title", "t", "--team-id", "x"],
      [[["teamId"], "Team x not found."], [["tags", 1], "Label y not found."]],
      /^--team-id: Team x not found\. --tag: Label y not found\.\n$/,
    ],
    [
      ["tasks", "update-many", "ENG-1", "--priority", "much"],
      [[["patch", "priority"], "Use one of none, low."]],
      /^--priority: Use one of none, low\.\n$/,
    ],
    [
      ["auth", "verify-otp", "ada@example.com", "1"],
      [[["code"], "Enter the six digits of the code."]],
      /^<code>: Enter the six digits of the code\.\n$/,
    ],
    [
      ["admin", "agents", "create", "--name", "n", "--installation-id", "a"],
      [[["automationId"], "There is none."], [["teamIds", 0], "There is no team."]],
      /^--automation-id: There is none\. --team-id: There is no team\.\n$/,
    ],
    [
      ["tasks", "comment", "ENG-1", ""],
      [[["body"], "Say something."], [["elsewhere", 2], "That is odd."], [[], "All of it."]],
      /^<body>: Say something\. elsewhere\.2: That is odd\. All of it\.\n$/,
    ],
  ];

/** The settings of a person who is signed in to a server. */
const signedInAt = ({ addr }: Deno.HttpServer<Deno.NetAddr>) => ({
  BACKLOG_BASE_URL: `http://127.0.0.1:${addr.port}`,
  BACKLOG_TOKEN: "blg_pat_1",
  BACKLOG_WORKSPACE: "ws_1",
});

Deno.test("an error from the server names the typed flags and arguments", async () => {
  await using home = await temporaryFolder();
  let errors: { path: unknown; message: string }[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => Response.json({ title: "Invalid", detail: "It isn't.", errors }, { status: 422 }),
  );
  const env = signedInAt(server);
  for (const [typed, wrong, sentence] of refused) {
    errors = wrong.map(([path, message]) => ({ path, message }));
    for (const line of linesWithoutStart) {
      const { code, stderr } = await runLine(line, home.path, typed, { env });
      assert.equal(code, 2, stderr);
      assert.match(stderr, sentence, line.name);
    }
  }
});

Deno.test("ls is an alias for list, and view for show", async () => {
  await using home = await temporaryFolder();
  const asked: string[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => {
      asked.push(new URL(request.url).pathname);
      return Response.json({ tasks: [], labels: [], nextCursor: null });
    },
  );
  const env = signedInAt(server);
  for (const line of linesWithoutStart) {
    for (const [short, long] of [["tasks ls", "tasks list"], ["tasks view 1", "tasks show 1"]]) {
      const [first, second] = [short, long].map((words) => words!.split(" "));
      const outcome = await runLine(line, home.path, first!, { env });
      assert.deepEqual(outcome, await runLine(line, home.path, second!, { env }));
      assert.equal(outcome.code, 0);
    }
  }
  const alike = asked.filter((_, at) => at % 2 === 0);
  assert.deepEqual(asked.filter((_, at) => at % 2 === 1), alike);
});

Deno.test("an argument that would change the request's API path isn't sent", async () => {
  await using home = await temporaryFolder();
  const asked: string[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    ({ method, url }) => {
      asked.push(`${method} ${new URL(url).pathname}`);
      return Response.json({});
    },
  );
  const env = signedInAt(server);
  const typed: [words: string[], part: string][] = [
    [["tasks", "unrelate", "ENG-1", "..", "follow"], ".."],
    [["tasks", "relate", "..", "blocks", "ENG-2"], ".."],
    [["tasks", "relate", "ENG-1", "blocks", "."], "."],
    [["favorites", "remove", "..", "membership"], ".."],
    [["tasks", "show", ""], ""],
    [["tasks", "archive", ""], ""],
    [["labels", "archive", "."], "."],
    [["api", "DELETE", "/workspaces/ws_1/favorites/../membership"], ".."],
  ];
  for (const [words, part] of typed) {
    for (const line of linesWithoutStart) {
      const { code, stderr } = await runLine(line, home.path, words, { env });
      assert.deepEqual(
        [code, stderr],
        [2, `Enter an ID or a name instead of "${part}".\n`],
        `${line.name} ${words.join(" ")}`,
      );
    }
  }
  assert.deepEqual(asked, []);
});
