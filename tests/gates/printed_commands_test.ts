import assert from "node:assert/strict";
import { temporaryFolder } from "../support/folder.ts";
import { startServer } from "../support/server.ts";

const json = "-H 'content-type: application/json'";
const email = "you@example.com";

/** The values for placeholders in examples, once known. */
type Words = Record<string, string>;

/** A command as a guide prints it, with placeholders in angle brackets. */
interface Example {
  what: string;
  command: string;
  status: number;
  /** The values in a response that later commands need. */
  // deno-lint-ignore no-explicit-any -- read out of JSON, and used in the next command, which fails if it isn't there
  keeps?: (body: any) => Words;
}

const keepPair = (pair: { accessToken: string; refreshToken: string }): Words => ({
  access: pair.accessToken,
  refresh: pair.refreshToken,
});

/** Setup before the first example makes sense: an account and a workspace. */
const before: Example[] = [
  {
    what: "ask for a code to sign up with",
    command:
      `curl -X POST <origin>/api/v1/auth/request-otp ${json} -d '{"email":"${email}","purpose":"signup"}'`,
    status: 200,
  },
  {
    what: "sign up",
    command:
      `curl -X POST <origin>/api/v1/auth/verify-otp ${json} -d '{"email":"${email}","code":"<code>","purpose":"signup"}'`,
    status: 200,
    keeps: keepPair,
  },
  {
    what: "make a workspace",
    command:
      `curl -X POST <origin>/api/v1/workspaces -H 'authorization: Bearer <access>' ${json} -d '{"name":"Acme"}'`,
    status: 201,
    keeps: ({ workspace, team }) => ({ workspace: workspace.id, team: team.id }),
  },
  {
    what: "make an automation",
    command:
      `curl -X POST <origin>/api/v1/workspaces/<workspace>/automations -H 'authorization: Bearer <access>' ${json} -d '{"name":"Builder"}'`,
    status: 201,
    keeps: ({ secret }) => ({ secret }),
  },
];

/** The first commands that people try, in order. */
const examples: Example[] = [
  {
    what: "ask for a code",
    command:
      `curl -X POST <origin>/api/v1/auth/request-otp ${json} -d '{"email":"${email}","purpose":"signin"}'`,
    status: 200,
  },
  {
    what: "verify the code",
    command:
      `curl -X POST <origin>/api/v1/auth/verify-otp ${json} -d '{"email":"${email}","code":"<code>","purpose":"signin","label":"Local CLI"}'`,
    status: 200,
    keeps: keepPair,
  },
  {
    what: "refresh the session",
    command: `curl -X POST <origin>/api/v1/auth/refresh ${json} -d '{"refreshToken":"<refresh>"}'`,
    status: 200,
    keeps: keepPair,
  },
  {
    what: "create a task",
    command:
      `curl -X POST <origin>/api/v1/workspaces/<workspace>/tasks -H 'authorization: Bearer <access>' ${json} -d '{"title":"Ship public docs","teamId":"<team>","priority":"high","status":"planned"}'`,
    status: 201,
  },
  {
    what: "make a personal access token",
    command:
      `curl -X POST <origin>/api/v1/personal-access-tokens -H 'authorization: Bearer <access>' ${json} -d '{"label":"Build server","expiresInDays":30,"scopes":["tasks.read","tasks.write","projects.read"]}'`,
    status: 201,
  },
  {
    what: "exchange an automation's secret",
    command:
      "curl -X POST <origin>/api/v1/automation-auth/exchange -H 'authorization: Bearer <secret>'",
    status: 200,
  },
  {
    what: "fetch the script",
    command:
      "curl -fsSL <origin>/backlog.sh -o backlog.sh && chmod +x backlog.sh && ./backlog.sh --help",
    status: 0,
  },
];

Deno.test({
  name: "the first commands that people try work as printed",
  ignore: !await hasCurl(),
  async fn(t) {
    await using folder = await temporaryFolder();
    await using server = await startServer({
      BACKLOG_DATABASE_URL: `file:${folder.file("data.db")}`,
    });
    const words: Words = { origin: server.url };
    const run = async ({ what, command, status, keeps }: Example) => {
      if (command.includes("<code>")) words.code = await server.codeFor(email);
      const filled = command.replace(/<(\w+)>/g, (_all, name: string) => words[name]!);
      const [said, code] = await shell(filled, folder.path);
      assert.equal(code, status, `${what}: ${said}`);
      Object.assign(words, keeps?.(JSON.parse(said)));
    };
    for (const example of before) await run(example);
    for (const example of examples) await t.step(example.what, () => run(example));
  },
});

async function hasCurl(): Promise<boolean> {
  try {
    return (await new Deno.Command("curl", { args: ["--version"], stdout: "null" }).output())
      .success;
  } catch {
    return false;
  }
}

/** Runs a command as written. Returns its output, and the response's status, or 0 for a command that succeeded. */
async function shell(command: string, cwd: string): Promise<[said: string, status: number]> {
  const asks = command.startsWith("curl -X");
  const { success, stdout, stderr } = await new Deno.Command("bash", {
    args: ["-c", asks ? `${command} --silent --write-out '\\n%{http_code}'` : command],
    cwd,
  }).output();
  const said = new TextDecoder().decode(stdout);
  assert.ok(success, new TextDecoder().decode(stderr));
  if (!asks) return [said, 0];
  const end = said.lastIndexOf("\n");
  return [said.slice(0, end), Number(said.slice(end + 1))];
}
