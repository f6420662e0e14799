import assert from "node:assert/strict";
import { temporaryFolder } from "../../support/folder.ts";
import { type Line, linesWithoutStart, type Outcome, runLine } from "../support/lines.ts";

/** A command, its expected request, and what it does with the response. */
interface Case {
  args: string[];
  stdin?: string;
  request: { method: string; path: string; bearer?: string; body?: unknown };
  answer?: unknown;
  prints?: unknown;
  /** The token and agent in the profile afterwards. */
  keeps?: { token?: string; agentId?: string; automationSecret?: string };
}

const workspace = "/api/v1/workspaces/ws_1";
const secret = "blg_auto_abcdefghijklmnop";

const cases: Case[] = [
  {
    args: ["tasks", "comment", "ENG-1", "Well *done*"],
    request: {
      method: "POST",
      path: `${workspace}/tasks/ENG-1/comments`,
      body: { body: "Well *done*" },
    },
  },
  {
    args: ["tasks", "comment", "ENG-1", "-"],
    stdin: "One\nTwo\n\n",
    request: {
      method: "POST",
      path: `${workspace}/tasks/ENG-1/comments`,
      body: { body: "One\nTwo" },
    },
  },
  {
    args: ["projects", "list", "--status", "active"],
    request: { method: "GET", path: `${workspace}/projects?status=active` },
  },
  { args: ["pat", "list"], request: { method: "GET", path: "/api/v1/personal-access-tokens" } },
  {
    args: ["pat", "create", "--label", "CI", "--scope", "tasks.read", "--scope=tasks.write"],
    request: {
      method: "POST",
      path: "/api/v1/personal-access-tokens",
      body: { label: "CI", scopes: ["tasks.read", "tasks.write"] },
    },
    answer: { token: "blg_pat_new", credential: { id: "cred_1" } },
    prints: { token: "blg_pat_new", credential: { id: "cred_1" } },
    keeps: { token: "blg_pat_first" },
  },
  {
    args: ["pat", "create", "--label", "CI", "--expires-in-days", "30", "--use"],
    request: {
      method: "POST",
      path: "/api/v1/personal-access-tokens",
      body: { label: "CI", expiresInDays: 30 },
    },
    answer: { token: "blg_pat_new", credential: { id: "cred_1" } },
    prints: { token: "blg_pat_…", credential: { id: "cred_1" } },
    keeps: { token: "blg_pat_new" },
  },
  {
    args: ["pat", "create", "--label", "CI", "--expires-in-days", "never"],
    request: {
      method: "POST",
      path: "/api/v1/personal-access-tokens",
      body: { label: "CI", expiresInDays: null },
    },
    answer: { token: "blg_pat_new", credential: { id: "cred_1" } },
    prints: { token: "blg_pat_new", credential: { id: "cred_1" } },
    keeps: { token: "blg_pat_first" },
  },
  {
    args: ["pat", "revoke", "cred_1"],
    request: { method: "DELETE", path: "/api/v1/personal-access-tokens/cred_1" },
    answer: null,
    prints: { revoked: true },
  },
  {
    args: ["auth", "exchange", "--token", secret],
    request: { method: "POST", path: "/api/v1/automation-auth/exchange", bearer: secret },
    answer: { accessToken: "blg_aat_1", expiresAt: "2026-03-02T10:00:00.000Z" },
    prints: { accessToken: "blg_aat_1", expiresAt: "2026-03-02T10:00:00.000Z" },
    keeps: { token: "blg_pat_first" },
  },
  {
    args: ["auth", "exchange", "--save", "--token", secret],
    request: { method: "POST", path: "/api/v1/automation-auth/exchange", bearer: secret },
    answer: { accessToken: "blg_aat_1", expiresAt: "2026-03-02T10:00:00.000Z" },
    prints: { accessToken: "blg_aat_…", expiresAt: "2026-03-02T10:00:00.000Z" },
    keeps: { token: "blg_aat_1", automationSecret: secret },
  },
  {
    args: ["admin", "automations", "list"],
    request: { method: "GET", path: `${workspace}/automations` },
  },
  {
    args: [
      ...["admin", "automations", "create", "--name", "Bot", "--provider-type", "ci", "--use"],
      ...["--team-id", "team_1", "--team-id", "team_2", "--scope", "tasks.read"],
      ...["--credential-label", "first"],
    ],
    request: {
      method: "POST",
      path: `${workspace}/automations`,
      body: {
        name: "Bot",
        providerType: "ci",
        teamIds: ["team_1", "team_2"],
        scopes: ["tasks.read"],
        credentialLabel: "first",
      },
    },
    answer: { automation: { id: "auto_1" }, secret },
    prints: { automation: { id: "auto_1" }, secret: "blg_auto_…" },
    keeps: { token: secret },
  },
  {
    args: ["admin", "automations", "update", "auto_1", "--clear-description", "--suspend"],
    request: {
      method: "PATCH",
      path: `${workspace}/automations/auto_1`,
      body: { description: null, suspended: true },
    },
  },
  {
    args: ["admin", "automations", "rotate", "auto_1", "--credential-label", "second"],
    request: {
      method: "POST",
      path: `${workspace}/automations/auto_1/rotate-secret`,
      body: { credentialLabel: "second" },
    },
    answer: { secret, credential: { id: "cred_2" } },
    prints: { secret, credential: { id: "cred_2" } },
  },
  {
    args: ["workspace", "leave", "Acme & Sons"],
    request: { method: "DELETE", path: `${workspace}/membership`, body: { name: "Acme & Sons" } },
    answer: null,
    prints: { left: true },
  },
  {
    args: ["workspace", "delete", "Acme & Sons"],
    request: { method: "DELETE", path: workspace, body: { name: "Acme & Sons" } },
    answer: null,
    prints: { deleted: true },
  },
  {
    args: ["teams", "open-tasks", "--team-id", "ENG"],
    request: { method: "GET", path: `${workspace}/open-tasks?teamId=ENG` },
  },
  {
    args: ["admin", "members", "update", "prof_1", "--role", "admin", "--suspend"],
    request: {
      method: "PATCH",
      path: `${workspace}/members/prof_1`,
      body: { role: "admin", suspended: true },
    },
  },
  {
    args: [
      ...["admin", "invitations", "create", "--email", "a@b.io", "--email=c@d.io"],
      ...["--team-id", "ENG", "--team-role", "lead"],
    ],
    request: {
      method: "POST",
      path: `${workspace}/invitations/many`,
      body: { emails: ["a@b.io", "c@d.io"], teams: [{ teamId: "ENG", role: "lead" }] },
    },
  },
  { args: ["admin", "agents", "list"], request: { method: "GET", path: `${workspace}/agents` } },
  {
    args: [
      ...["admin", "agents", "create", "--installation-id", "auto_1", "--name", "Hal"],
      ...["--role", "commentator", "--use"],
    ],
    request: {
      method: "POST",
      path: `${workspace}/agents`,
      body: { automationId: "auto_1", name: "Hal", role: "commentator" },
    },
    answer: { agent: { id: "agent_1", profileId: "prof_9" } },
    keeps: { token: "blg_pat_first", agentId: "prof_9" },
  },
  {
    args: ["admin", "agents", "update", "agent_1", "--team-id", "team_1", "--unsuspend"],
    request: {
      method: "PATCH",
      path: `${workspace}/agents/agent_1`,
      body: { teamIds: ["team_1"], suspended: false },
    },
  },
];

const wrong: [string[], string][] = [
  [["pat", "create"], '--label is required. See "backlog pat create --help".'],
  [
    ["pat", "create", "--label", "x", "--expires-in-days", "soon"],
    "--expires-in-days must be a whole number from 1 to 365, or never.",
  ],
  [
    ["admin", "agents", "create", "--name", "x"],
    '--automation-id is required. See "backlog admin agents create --help".',
  ],
  [["workspace", "delete"], 'Missing <name>. See "backlog workspace delete --help".'],
  [
    ["admin", "invitations", "create", "--role", "member"],
    '--email is required. See "backlog admin invitations create --help".',
  ],
  [
    ["admin", "agents", "update", "1"],
    'Choose at least one change. See "backlog admin agents update --help".',
  ],
  [
    ["admin", "automations", "update", "1", "--suspend", "--unsuspend"],
    "Use either --suspend or --unsuspend.",
  ],
  [
    ["admin", "frob"],
    'Unknown command "admin frob". See "backlog admin --help".',
  ],
];

/** Runs a command against a server that returns the case's response and records the request. */
async function runAgainst(
  line: Line,
  given: Case,
): Promise<{ outcome: Outcome; asked: unknown; kept: unknown }> {
  await using made = await temporaryFolder();
  const home = made.path;
  const asked: Record<string, unknown> = {};
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const body = await request.text();
      Object.assign(asked, {
        method: request.method,
        path: pathname + search,
        bearer: request.headers.get("authorization")?.replace("Bearer ", ""),
        ...(body && { body: JSON.parse(body) }),
      });
      return given.answer === null
        ? new Response(null, { status: 204 })
        : Response.json(given.answer ?? {});
    },
  );
  const env = {
    BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}`,
    BACKLOG_WORKSPACE: "ws_1",
  };
  await runLine(line, home, ["auth", "set-token", "blg_pat_first"], { env });
  const outcome = await runLine(line, home, given.args, {
    env,
    ...(given.stdin === undefined ? {} : { stdin: given.stdin }),
  });
  const file = (name: string) =>
    JSON.parse(Deno.readTextFileSync(`${home}/backlog/profiles/default/${name}.json`));
  const { token, automationSecret } = file("secrets");
  const { agentId } = file("config");
  const kept = Object.fromEntries(
    Object.entries({ token, automationSecret, agentId }).filter(([, value]) => value),
  );
  await server.shutdown();
  return { outcome, asked, kept };
}

Deno.test("administration commands send the requests in the table", async (t) => {
  for (const given of cases) {
    for (const line of linesWithoutStart) {
      await t.step(`${line.name} ${given.args.join(" ")}`, async () => {
        const { outcome, asked, kept } = await runAgainst(line, given);
        assert.equal(outcome.code, 0, outcome.stderr);
        assert.deepEqual(asked, { bearer: "blg_pat_first", ...given.request });
        assert.deepEqual(JSON.parse(outcome.stdout), given.prints ?? given.answer ?? {});
        assert.deepEqual(kept, given.keeps ?? { token: "blg_pat_first" });
      });
    }
  }
});

Deno.test("invalid administration commands print one sentence and exit with code 2", async (t) => {
  for (const [typed, sentence] of wrong) {
    for (const line of linesWithoutStart) {
      await t.step(`${line.name} ${typed.join(" ")}`, async () => {
        const { code, stderr } = await runLine(line, "/nowhere", typed);
        assert.equal(stderr.replaceAll("backlog.sh", "backlog"), `${sentence}\n`);
        assert.equal(code, 2);
      });
    }
  }
});
